import { Writable } from 'node:stream';
import { Client } from 'pg';
import { features } from '../app/features';
import { formatError } from '../app/format-error';
import { Worker } from '../app/worker';
import { aCompany, theProduct } from '../../test/world';
import { Contact } from '../features/contacts/contact.entity';
import { sql } from './database/sql';
import { createLog } from './log';
import { OutboxEntry } from './outbox/outbox-entry.entity';

function aLog() {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { log: createLog('debug', stream), written: () => lines.join('') };
}

const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => {
      throw new Error('This should have failed.');
    },
    (error: unknown) => error,
  );

test('every line names the process that wrote it', () => {
  const { log, written } = aLog();
  log.child({}).info('Hello');
  expect(JSON.parse(written())).toMatchObject({ pid: process.pid, msg: 'Hello' });
});

test('C3 a masked error of the database is logged without anybody’s data', async () => {
  const builder = await aCompany();
  const contact = await builder.aCustomer({ firstName: 'Clothilde', email: 'clothilde@example.com' });
  const errors = [
    // Told by TypeORM with its parameters, and by PostgreSQL with the row.
    await failing(
      builder.write((tx) =>
        tx.insert(Contact, { ...contact, email: 'clothilde@example.com', phone: '0470 55 01 02' }),
      ),
    ),
    await failing(
      builder.write((tx) =>
        tx.execute('UPDATE contacts SET phone = NULL, first_name = NULL WHERE id = $1', [contact.id]),
      ),
    ),
    // PostgreSQL repeats what was asked with in the message itself.
    await failing(
      builder.as('system').rows(Contact, { where: sql`row.id = ${'Clothilde "at" home'}::text::uuid` }),
    ),
  ];
  const { log, written } = aLog();
  for (const error of errors) {
    formatError(log)({ message: String(error) }, error);
    log.warn({ err: new Error('It broke.', { cause: error }) }, 'With a cause.');
  }
  expect(written()).not.toMatch(/clothilde|lambrecht|0470|at\\" home/i);
  expect(written()).toMatch(/"code":"23505".*"constraint":"\w+"/);
  expect(written()).toMatch(/"code":"23502".*null value in column \\"first_name\\"/s);
  expect(written()).toMatch(/"code":"22P02".*invalid input syntax for type uuid/s);
  expect(written()).toMatch(/"stack":"[^"]*log\.test\.ts/);
});

test('a job that fails leaves nobody’s data in the log, nor in the row that waits', async () => {
  const builder = await aCompany();
  const { database, platform } = await theProduct();
  const owner = new Client(database.workerUrl);
  await owner.connect();
  await owner.query('DELETE FROM outbox');
  await owner.end();
  const failingFeature = {
    name: 'failing',
    permissions: {},
    jobs: [
      {
        kind: 'work' as const,
        name: 'failing.work',
        run: (tx: { execute(text: string, values: unknown[]): Promise<unknown> }) =>
          tx.execute('SELECT $1::text::uuid', ['Clothilde']).then(() => undefined),
      },
    ],
  };
  await builder.write((tx) => tx.insert(OutboxEntry, { job: 'failing.work', payload: {}, subjectId: null }));
  const { log, written } = aLog();
  const transport = { send: () => Promise.reject(new Error('no mail')), close: () => undefined };
  const worker = new Worker([...features, failingFeature], platform, transport, database.workerUrl, log);
  await worker.takeOne();
  await worker.stop();
  expect(written()).toContain('"code":"22P02"');
  expect(written()).not.toContain('Clothilde');
  const [entry] = await builder.outbox('failing.work');
  expect(entry!.lastError).toContain('invalid input syntax');
  expect(entry!.lastError).not.toContain('Clothilde');
});
