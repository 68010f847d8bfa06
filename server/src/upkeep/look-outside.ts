import { createTransport } from 'nodemailer';
import { refuseTakenPort } from '../launch/port';
import { isOnThisMachine, type Config } from '../platform/config';
import { note, ok, refusal, wrong, type Finding } from './finding';

/** What stands between Portico and people: its port, the address they type, the mail server. */
export const lookOutside = async (config: Config): Promise<Finding[]> => [
  await port(config),
  ...publicAddress(config),
  await mail(config),
];

async function port(config: Config): Promise<Finding> {
  const name = 'port';
  const { host, port: number } = config;
  const local = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const answer = await fetch(`http://${local}:${number}/health/ready`, {
    signal: AbortSignal.timeout(10_000),
  })
    .then(async (response) => (await response.json()) as Record<string, unknown>)
    .catch(() => null);
  if (answer?.ready === true) return ok(name, `Portico serves on ${number}`);
  if (answer?.ready === false) {
    const failing = Object.keys(answer).filter((each) => each !== 'ready' && answer[each] === false);
    return wrong(name, `Portico is not ready on ${number}: ${failing.join(', ')}`, 'its log says why');
  }
  const taken = await refusal(name, () => refuseTakenPort(config));
  return taken ? { ...taken, toDo: 'ss -ltnp shows who has it' } : ok(name, `${number} is free`);
}

function publicAddress({ publicUrl, trustedProxies }: Config): Finding[] {
  const name = 'PUBLIC_URL';
  if (isOnThisMachine(publicUrl))
    return [note(name, `${publicUrl} is for this machine only`, 'set it to the address that people type')];
  if (publicUrl.startsWith('http:'))
    return [note(name, `${publicUrl} is not encrypted`, 'put a proxy with TLS before it, and use https://')];
  return [
    ok(name, publicUrl),
    trustedProxies.length
      ? ok('TRUSTED_PROXIES', trustedProxies.join(', '))
      : note(
          'TRUSTED_PROXIES',
          'none, so that all visitors have the address of the proxy',
          'set it to that of the proxy, such as 127.0.0.1',
        ),
  ];
}

/** Greets the mail server and signs in there; sends nothing. */
async function mail({ smtpUrl }: Config): Promise<Finding> {
  const name = 'mail';
  if (!smtpUrl) return note(name, 'off: mails land in the demo mailbox', 'set SMTP_URL');
  const { host } = new URL(smtpUrl);
  const patience = {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
    dnsTimeout: 10_000,
  };
  const mailer = createTransport({ url: smtpUrl, ...patience });
  try {
    await mailer.verify();
    return ok(name, `${host} answers`);
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    const why = [code, responseCode].filter(Boolean).join(' ') || 'no reason given';
    return wrong(
      name,
      `${host} does not take mails (${why})`,
      code === 'EAUTH' ? 'check user and password in SMTP_URL' : 'check SMTP_URL and the mail server',
    );
  } finally {
    mailer.close();
  }
}
