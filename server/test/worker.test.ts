import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Client } from 'pg';
import { pino } from 'pino';
import { features } from '../src/app/features';
import { Worker } from '../src/app/worker';
import { UnitBuyer } from '../src/features/access/unit-buyer.entity';
import { MailDelivery } from '../src/platform/mail/mail-delivery.entity';
import { OutboxEntry } from '../src/platform/outbox/outbox-entry.entity';
import { createTransport, type MailTransport } from '../src/platform/mail/transport';
import { aMailServer } from './mail-server';
import { aCompany, theProduct, type Someone, type TestCompany } from './world';

const GRANT = 'mutation ($input: GrantAccessInput!) { grantAccess(input: $input) { errors { code } } }';

interface Story {
  builder: TestCompany;
  owner: Someone;
  buyerId: string;
}

async function aGrantedCustomer(): Promise<Story> {
  const builder = await aCompany({ name: 'Maison Claire', accent: '#8a3b12' });
  const owner = await builder.anOwner();
  const unit = await builder.aUnit({ number: 'B2.04', saleState: 'SOLD' });
  const contact = await builder.aCustomer({
    firstName: 'Élodie',
    lastName: 'Marchal',
    language: 'FR',
    email: 'elodie@example.com',
  });
  const buyer = await builder.write((tx) => tx.insert(UnitBuyer, { unitId: unit.id, contactId: contact.id }));
  await owner.ask(GRANT, { input: { buyerIds: [buyer.id] } });
  return { builder, owner, buyerId: buyer.id };
}

const workers: Worker[] = [];
const servers: { close(): Promise<void> }[] = [];

async function aWorker(transport: MailTransport): Promise<Worker> {
  const { platform, database } = await theProduct();
  const worker = new Worker(features, platform, transport, database.workerUrl, pino({ level: 'silent' }));
  workers.push(worker);
  return worker;
}

const over = (url: string) =>
  createTransport({
    smtpUrl: url,
    from: 'portal@maison-claire.example',
    storeDemoMail: async () => undefined,
  });

async function aServer(manners: Parameters<typeof aMailServer>[0] = {}) {
  const server = await aMailServer(manners);
  servers.push(server);
  return server;
}

/** Talks until it is asked this, and then answers so, or without an answer breaks off; its greeting is asked by nothing. */
async function aRudeServer(asked: '' | 'DATA', answer?: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    const reply = (line: string) => {
      const rude = asked ? line.startsWith(asked) : line === '';
      if (rude) socket.end(answer ? `${answer}\r\n` : '');
      else socket.write(line ? '250 fine\r\n' : '220 here\r\n');
    };
    reply('');
    socket.on('data', (lines) => reply(lines.toString()));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  servers.push({ close: () => new Promise((done) => server.close(() => done())) });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Until nothing that is due is left. */
async function work(worker: Worker): Promise<void> {
  while (await worker.takeOne());
}

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function inOutbox(statement: string): Promise<void> {
  const { database } = await theProduct();
  const client = new Client(database.workerUrl);
  await client.connect();
  await client.query(statement);
  await client.end();
}

// The worker takes every company's rows: those of other stories must not lie there any more.
beforeEach(() => inOutbox('DELETE FROM outbox'));

test('an invitation is one mail, in her language, with the company’s colour and a link that works', async () => {
  const { builder } = await aGrantedCustomer();
  const { url, inbox } = await aServer();
  await work(await aWorker(over(url)));

  expect(inbox).toHaveLength(1);
  const [mail] = inbox;
  expect(mail!.envelope.to).toEqual(['elodie@example.com']);
  expect(mail!.subject).toContain('B2.04');
  expect(mail!.html).toContain('lang="fr"');
  expect(mail!.html).toContain('#8a3b12');
  const token = /\/invitation\/([\w-]+)/.exec(mail!.text ?? '')?.[1];
  const { data } = await builder
    .stranger()
    .ask(
      'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { homes { number } } errors { code } } }',
      { input: { token, password: 'une maison au bord de l’eau', acceptedTermsVersion: '1' } },
    );
  expect(data.acceptInvitation).toEqual({ viewer: { homes: [{ number: 'B2.04' }] }, errors: [] });
  expect(await builder.outbox()).toEqual([]);
});

test('two workers at once send it once', async () => {
  await aGrantedCustomer();
  const { url, inbox } = await aServer();
  const both = await Promise.all([aWorker(over(url)), aWorker(over(url))]);
  await Promise.all(both.map(work));
  expect(inbox).toHaveLength(1);
});

test('I12 while the mail server is down nothing is lost, and the invitation goes when it is back', async () => {
  const { builder } = await aGrantedCustomer();
  await work(await aWorker(over('smtp://127.0.0.1:1')));
  const [waiting] = await builder.outbox('access.send-invitation');
  expect(waiting).toMatchObject({ attempts: 1 });

  await builder.write((tx) =>
    tx.execute('UPDATE outbox SET run_at = now() WHERE company_id = $1', [builder.id]),
  );
  const { url, inbox } = await aServer();
  await work(await aWorker(over(url)));
  expect(inbox).toHaveLength(1);
});

test('I12 a mail server that comes and goes is asked later after each failure, and gets the mail once', async () => {
  const { builder } = await aGrantedCustomer();
  const { url, inbox } = await aServer();
  const flapping = [
    'smtp://127.0.0.1:1',
    await aRudeServer('', '421 4.3.2 Closing down'),
    await aRudeServer('DATA'),
    (await aServer({ recipient: '421 4.7.0 Too many' })).url,
    (await aServer({ data: '451 4.3.0 Later' })).url,
  ];
  for (const [failures, address] of flapping.entries()) {
    await work(await aWorker(over(address)));
    // Before its time nobody tries, not even where it would succeed.
    await work(await aWorker(over(url)));
    const [waiting] = await builder.outbox('access.send-invitation');
    const seconds = 10 * 2 ** (failures + 1);
    const wait = (Date.parse(waiting!.runAt) - Date.now()) / 1000;
    expect(waiting).toMatchObject({ attempts: failures + 1, lastError: expect.any(String) });
    expect(wait).toBeLessThanOrEqual(seconds);
    expect(wait).toBeGreaterThan(seconds / 2);
    expect(inbox).toEqual([]);
    await inOutbox('UPDATE outbox SET run_at = now()');
  }
  await work(await aWorker(over(url)));
  await work(await aWorker(over(url)));
  expect(inbox.map(({ envelope }) => envelope.to)).toEqual([['elodie@example.com']]);
  expect(await builder.outbox()).toEqual([]);
  expect(await builder.as('system').rows(MailDelivery)).toHaveLength(1);
});

test('an address that is refused for good shows on the card', async () => {
  const { owner, buyerId } = await aGrantedCustomer();
  const { url } = await aServer({ recipient: '550 no such mailbox' });
  await work(await aWorker(over(url)));
  const { data } = await owner.ask(
    'query ($id: ID!) { node(id: $id) { ... on UnitBuyer { invitationMail } } }',
    { id: buyerId },
  );
  expect(data.node.invitationMail).toBe('BOUNCED');
});

test('I1 killed between the mail server’s acceptance and our stamp, it goes again with the same Message-ID', async () => {
  await aGrantedCustomer();
  const { url, inbox } = await aServer();
  const dying: MailTransport = {
    async send(mail) {
      await over(url).send(mail);
      throw new Error('killed here');
    },
    close: () => undefined,
  };
  await work(await aWorker(dying));
  await inOutbox('UPDATE outbox SET run_at = now()');
  await work(await aWorker(over(url)));
  expect(inbox).toHaveLength(2);
  expect(inbox[0]!.messageId).toBe(inbox[1]!.messageId);
});

test('stamped but not yet taken from the outbox, it does not go again', async () => {
  const { builder } = await aGrantedCustomer();
  const { url, inbox } = await aServer();
  const [entry] = await builder.outbox('access.send-invitation');
  await work(await aWorker(over(url)));
  const { companyId: _company, createdAt: _created, ...again } = entry!;
  await builder.write((tx) => tx.insert(OutboxEntry, again));
  await work(await aWorker(over(url)));
  expect(inbox).toHaveLength(1);
  expect(await builder.as('system').rows(MailDelivery)).toHaveLength(1);
});

test('an invitation that was cancelled meanwhile is not sent', async () => {
  const { owner, buyerId } = await aGrantedCustomer();
  await owner.ask(
    'mutation ($input: CancelInvitationInput!) { cancelInvitation(input: $input) { errors { code } } }',
    {
      input: { buyerId },
    },
  );
  const { url, inbox } = await aServer();
  await work(await aWorker(over(url)));
  expect(inbox).toEqual([]);
});
