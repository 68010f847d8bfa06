import { createServer, type AddressInfo } from 'node:net';
import { aMailServer } from '../../../test/mail-server';
import { createTransport, TemporaryMailError, type KeptMail, type OutgoingMail } from './transport';

const logo = {
  filename: 'logo.png',
  contentType: 'image/png',
  cid: 'logo@portico',
  content: Buffer.from('png'),
};
const mail: OutgoingMail = {
  companyId: '0198a000-0000-7000-8000-000000000001',
  identityId: null,
  messageId: '<0198a000-0000-7000-8000-000000000002@portal.example>',
  fromName: 'Linden Homes',
  replyTo: 'hello@linden.example',
  to: { name: 'Anna Peeters', address: 'anna@buyer.example' },
  subject: 'Your portal is ready',
  html: '<p><img src="cid:logo@portico">Hello</p>',
  text: 'Hello',
  attachments: [logo],
};
const notKept = () => Promise.reject(new Error('A mail that goes out is not kept'));
const short = { connectMs: 300, silenceMs: 300, totalMs: 600 };

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function aServer(manners?: Parameters<typeof aMailServer>[0]) {
  const server = await aMailServer(manners);
  const transport = createTransport({
    smtpUrl: server.url,
    from: 'Portico <portal@portico.example>',
    storeDemoMail: notKept,
  });
  closing.push(server.close);
  return { server, send: (change: Partial<OutgoingMail> = {}) => transport.send({ ...mail, ...change }) };
}

test('a mail arrives with its own Message-ID, a date, and the company as its sender', async () => {
  const { server, send } = await aServer();

  expect(await send()).toEqual({ outcome: 'sent' });

  const [arrived] = server.inbox;
  expect(arrived).toMatchObject({
    messageId: mail.messageId,
    from: { name: 'Linden Homes', address: 'portal@portico.example' },
    to: [{ name: 'Anna Peeters', address: 'anna@buyer.example' }],
    envelope: { from: 'portal@portico.example', to: ['anna@buyer.example'] },
    text: 'Hello\n',
  });
  expect(Math.abs(Date.now() - Date.parse(arrived!.date!))).toBeLessThan(60_000);
  expect(arrived!.attachments).toMatchObject([{ contentId: '<logo@portico>', disposition: 'inline' }]);
});

test('sent again, it has the same Message-ID', async () => {
  const { server, send } = await aServer();
  await send();
  await send();
  expect(server.inbox.map(({ messageId }) => messageId)).toEqual([mail.messageId, mail.messageId]);
});

test.each(['recipient', 'data'] as const)('a final no to the %s is a bounce', async (step) => {
  const { send } = await aServer({ [step]: '550 5.1.1 No such mailbox' });
  expect(await send()).toEqual({
    outcome: 'bounced',
    response: expect.stringContaining('No such mailbox'),
  });
});

test.each([
  ['a full mailbox', { recipient: '452 4.2.2 Mailbox full' }],
  ['a busy server', { data: '451 4.3.0 Try again later' }],
  ['a sender it does not accept', { sender: '550 5.7.1 Sender not allowed' }],
] as const)('%s means trying again', async (_why, manners) => {
  const { send } = await aServer(manners);
  await expect(send()).rejects.toThrow(TemporaryMailError);
});

test('a refused login means trying again, and tells no password', async () => {
  const server = await aMailServer({ login: '535 5.7.8 Authentication failed' });
  closing.push(server.close);
  const smtpUrl = server.url.replace('//', '//user:hunter2secret@');
  const transport = createTransport({ smtpUrl, from: 'portal@portico.example', storeDemoMail: notKept });
  const failure: unknown = await transport.send(mail).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(TemporaryMailError);
  expect((failure as Error).message).not.toContain('hunter2secret');
});

test('a server that is down means trying again', async () => {
  const server = await aMailServer();
  await server.close();
  const transport = createTransport({
    smtpUrl: server.url,
    from: 'portal@portico.example',
    storeDemoMail: notKept,
  });
  await expect(transport.send(mail)).rejects.toThrow(TemporaryMailError);
});

test.each([
  ['never says a word', () => undefined],
  [
    'says one letter at a time',
    (write: (text: string) => void) => {
      const dripping = setInterval(() => write('2'), 50);
      closing.push(() => clearInterval(dripping));
    },
  ],
])('a server that %s does not hold the worker', async (_how, talk) => {
  const silent = createServer((socket) => {
    socket.on('error', () => undefined);
    closing.push(() => socket.destroy());
    talk((text: string) => socket.writable && socket.write(text));
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  closing.push(() => silent.close());
  const smtpUrl = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const transport = createTransport({
    smtpUrl,
    from: 'portal@portico.example',
    storeDemoMail: notKept,
    timeouts: short,
  });
  const began = Date.now();
  await expect(transport.send(mail)).rejects.toThrow(TemporaryMailError);
  expect(Date.now() - began).toBeLessThan(3000);
});

describe('addresses', () => {
  test.each([
    'anna@buyer.example\r\nRCPT TO:<all@buyer.example>',
    'anna@buyer.example, all@buyer.example',
    'anna@buyer.example>,<all@buyer.example',
    'Anna <anna@buyer.example>',
    '"anna bcc"@buyer.example',
    'anna@buyer.example(all@buyer.example)',
    'anna@all@buyer.example',
    'group:anna@buyer.example;',
    'anna\u0000@buyer.example',
    'anna\u2028@buyer.example',
    'anna@[127.0.0.1]',
    'anna@buyer..example\n',
    'anna',
    '',
  ])('%j reaches nobody', async (address) => {
    const { server, send } = await aServer();
    expect(await send({ to: { name: 'Anna', address } })).toMatchObject({ outcome: 'bounced' });
    expect(server.inbox).toEqual([]);
  });

  test('C2 a name with a line break adds no header and no recipient', async () => {
    const { server, send } = await aServer();
    const name = 'Anna" <all@buyer.example>,\r\nBcc: all@buyer.example\r\n\r\nBody';
    await send({
      to: { name, address: 'anna@buyer.example' },
      fromName: 'Linden\r\nX-Evil: yes',
      replyTo: 'a@b.example\r\nX-Evil: yes',
      subject: 'Hello\r\nX-Evil: yes',
    });
    const [arrived] = server.inbox;
    expect(arrived!.envelope.to).toEqual(['anna@buyer.example']);
    expect(arrived!.to).toHaveLength(1);
    expect(arrived!.to![0]).toMatchObject({ address: 'anna@buyer.example' });
    expect(arrived!.headers.map(({ key }) => key)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/bcc|x-evil|reply-to/)]),
    );
    expect(arrived!.text).toBe('Hello\n');
  });

  test('a domain with umlauts works with every server', async () => {
    const { server, send } = await aServer({ hideSMTPUTF8: true });
    await send({ to: { name: 'Jürgen Müller', address: 'jm@müller.example' } });
    expect(server.inbox[0]!.raw).toMatch(/^To: .*<jm@xn--mller-kva\.example>/m);
    expect(server.inbox[0]!.to).toMatchObject([{ name: 'Jürgen Müller' }]);
  });

  test('a mailbox with umlauts works with a server that knows them', async () => {
    const { server, send } = await aServer();
    expect(await send({ to: { name: 'Jürgen', address: 'jürgen@müller.example' } })).toEqual({
      outcome: 'sent',
    });
    expect(server.inbox[0]!.envelope.to[0]).toMatch(/^jürgen@/);
  });
});

test('a Message-ID that is none is a mistake of ours', async () => {
  const { send } = await aServer();
  for (const messageId of ['1@portal.example', '<1@portal.example>\r\nX: y', '<>', '<1>']) {
    await expect(send({ messageId })).rejects.toThrow(TypeError);
  }
});

describe('without a mail server', () => {
  const keeping = () => {
    const kept: KeptMail[] = [];
    const transport = createTransport({
      smtpUrl: null,
      from: 'portal@portico.example',
      storeDemoMail: async (each) => void kept.push(each),
    });
    return { kept, transport };
  };

  test('a mail is kept with its pictures inside', async () => {
    const { kept, transport } = keeping();
    expect(await transport.send(mail)).toEqual({ outcome: 'sent' });
    expect(kept).toEqual([
      {
        companyId: mail.companyId,
        identityId: null,
        messageId: mail.messageId,
        toName: 'Anna Peeters',
        toAddress: 'anna@buyer.example',
        subject: 'Your portal is ready',
        html: '<p><img src="data:image/png;base64,cG5n">Hello</p>',
        text: 'Hello',
      },
    ]);
  });

  test('an address that is none bounces just the same', async () => {
    const { kept, transport } = keeping();
    expect(await transport.send({ ...mail, to: { name: '', address: 'anna' } })).toMatchObject({
      outcome: 'bounced',
    });
    expect(kept).toEqual([]);
  });
});
