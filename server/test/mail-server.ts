import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

type Refusal = `${number} ${string}`;

interface Manners {
  /** What the server answers instead of OK. */
  sender?: Refusal;
  recipient?: Refusal;
  data?: Refusal;
  login?: Refusal;
  hideSMTPUTF8?: boolean;
  /** Waited for between the last byte of a mail and the OK to it; what it throws is answered instead. */
  beforeOk?: (mail: ReceivedMail) => Promise<void>;
}

export interface ReceivedMail extends Email {
  envelope: { from: string; to: string[] };
  raw: string;
}

export const refuse = (refusal: Refusal | undefined): Error | null =>
  refusal ? Object.assign(new Error(refusal.slice(4)), { responseCode: Number(refusal.slice(0, 3)) }) : null;

/** A mail server on a free port that keeps and reads what arrives, or refuses it as told. */
export async function aMailServer({
  sender,
  recipient,
  data,
  login,
  hideSMTPUTF8 = false,
  beforeOk,
}: Manners = {}) {
  const inbox: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: !login,
    hideSMTPUTF8,
    disableReverseLookup: true,
    onAuth: (_auth, _session, done) => done(refuse(login)),
    onMailFrom: (_address, _session, done) => done(refuse(sender)),
    onRcptTo: (_address, _session, done) => done(refuse(recipient)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (data) return done(refuse(data));
        const bytes = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = {
          from: (mailFrom && mailFrom.address) || '',
          to: rcptTo.map(({ address }) => address),
        };
        const keep = async () => {
          const mail = { ...(await PostalMime.parse(bytes)), envelope, raw: bytes.toString() };
          await beforeOk?.(mail);
          inbox.push(mail);
        };
        void keep().then(() => done(), done);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (!address || typeof address === 'string') throw new Error('The mail server has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    inbox,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
