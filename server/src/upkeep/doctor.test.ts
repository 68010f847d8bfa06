import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { emptyDatabase } from '../../test/database';
import { aMailServer } from '../../test/mail-server';
import { freePort, type, typeStart } from '../../test/terminal';
import { rolesOf } from '../launch/database-roles';

// The first one may have to build.
jest.setTimeout(240_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const here = async (more: Record<string, string> = {}) => ({
  DATABASE_URL: await emptyDatabase(`doctor_${process.env.JEST_WORKER_ID}_${Date.now()}_${++count}`),
  DATA_DIR: join(folder, 'data'),
  PORT: await freePort(),
  DEMO: 'false',
  ...more,
});

/** What the doctor says, by the name of the thing. */
async function doctor(env: Record<string, string>) {
  const { code, output } = await type('doctor.mjs', { env });
  const lines = output.split('\n').map((line) => /^(.+?) {3,}(ok|note|WRONG) {3,}(.*)$/.exec(line));
  const said = new Map(
    lines.filter((line) => line !== null).map(([, name, state, rest]) => [name!.trim(), { state, rest }]),
  );
  const all = (state: string) => [...said].filter(([, each]) => each.state === state).map(([name]) => name);
  return { code, output, said, wrong: all('WRONG'), notes: all('note') };
}

test('a healthy Portico has nothing wrong, whether it runs or not; no mail is sent and nothing is changed', async () => {
  const mailServer = await aMailServer();
  try {
    const env = await here({ SMTP_URL: mailServer.url });
    const { process } = await typeStart(env);
    const running = await doctor(env);
    expect({ code: running.code, wrong: running.wrong, notes: running.notes }).toEqual({
      code: 0,
      wrong: [],
      notes: ['storage', 'backup', 'PUBLIC_URL'],
    });
    expect(running.said.get('port')!.rest).toContain('Portico serves');
    expect(running.said.get('mail')!.rest).toContain('answers');
    await process.end();

    const before = readdirSync(env.DATA_DIR, { recursive: true });
    await type('backup.mjs', { env, args: [join(folder, 'backups')] });
    const stopped = await doctor(env);
    expect({ code: stopped.code, wrong: stopped.wrong, notes: stopped.notes }).toEqual({
      code: 0,
      wrong: [],
      notes: ['PUBLIC_URL'],
    });
    expect(stopped.said.get('port')!.rest).toContain('is free');
    expect(stopped.said.get('backup')!.rest).toContain('0 hours old');
    expect(readdirSync(env.DATA_DIR, { recursive: true }).sort()).toEqual(
      [...before, 'last-backup.json'].sort(),
    );
    expect(mailServer.inbox).toEqual([]);
  } finally {
    await mailServer.close();
  }
});

test('the embedded database is looked at while it runs, and while it does not', async () => {
  const env = { DATA_DIR: join(folder, 'data'), PORT: await freePort(), DEMO: 'false' };
  const { process } = await typeStart(env);
  const running = await doctor(env);
  await process.end();
  const stopped = await doctor(env);
  for (const { code, said } of [running, stopped]) {
    expect(code).toBe(0);
    expect(said.get('database')!.rest).toContain('embedded, answers');
    expect(said.get('row-level security')!.rest).toContain('portico_app');
    expect(said.get('migrations')!.state).toBe('ok');
  }
  expect(existsSync(join(env.DATA_DIR, 'postgres/postmaster.pid'))).toBe(false);
});

test('before the first start nothing is wrong, and the doctor makes nothing', async () => {
  const env = await here();
  const { code, notes } = await doctor(env);
  expect(code).toBe(0);
  expect(notes).toEqual(expect.arrayContaining(['data folder', 'secret', 'storage', 'migrations']));
  expect(existsSync(env.DATA_DIR)).toBe(false);
});

test('whatever is wrong is told at once, and no password is', async () => {
  const DATA_DIR = join(folder, 'data');
  const env = await here({ DATA_DIR });
  await (await typeStart(env)).process.end();
  chmodSync(join(DATA_DIR, 'secret'), 0o644);
  rmSync(join(DATA_DIR, 'files'), { recursive: true, force: true });
  writeFileSync(join(DATA_DIR, 'files'), 'not a folder');
  const taken = createServer().listen(0, 'localhost');
  await once(taken, 'listening');
  try {
    const broken = {
      DATA_DIR,
      PORT: String((taken.address() as AddressInfo).port),
      DATABASE_URL: 'postgres://portico:hunter2@127.0.0.1:1/portico',
      SMTP_URL: 'smtp://portico:hunter2@127.0.0.1:1',
      PUBLIC_URL: 'http://portal.example.com',
      HOST: 'localhost',
    };
    const first = await doctor(broken);
    expect({ code: first.code, wrong: first.wrong }).toEqual({
      code: 1,
      wrong: ['secret', 'storage', 'database', 'port', 'mail'],
    });
    expect(first.notes).toContain('PUBLIC_URL');

    const second = await doctor({ ...broken, WEB_CONCURRENCY: 'many', MAIL_FROM: 'nobody' });
    expect({ code: second.code, wrong: second.wrong }).toEqual({
      code: 78,
      wrong: ['WEB_CONCURRENCY', 'MAIL_FROM', ...first.wrong],
    });
    expect(first.output + second.output).not.toContain('hunter2');
    expect(statSync(join(DATA_DIR, 'secret')).mode & 0o777).toBe(0o644);
  } finally {
    taken.close();
  }
});

test('a role that may rewrite the audit log and a mail server that refuses the password are found', async () => {
  const mailServer = await aMailServer({ login: '535 Authentication failed' });
  try {
    const env = await here();
    await (await typeStart(env)).process.end();
    const owner = new Client(env.DATABASE_URL);
    await owner.connect();
    const { app } = rolesOf(new URL(env.DATABASE_URL).pathname.slice(1));
    await owner.query(`GRANT UPDATE ON audit_events TO ${escapeIdentifier(app)}`);
    await owner.query(
      `INSERT INTO migrations (timestamp, name) VALUES (1999999999999, 'Barns1999999999999')`,
    );
    await owner.end();
    const SMTP_URL = mailServer.url.replace('//', '//portico:hunter2@');
    const { code, wrong, said, output } = await doctor({ ...env, SMTP_URL });
    expect({ code, wrong }).toEqual({ code: 1, wrong: ['migrations', 'row-level security', 'mail'] });
    expect(said.get('row-level security')!.rest).toContain('audit_events');
    expect(said.get('migrations')!.rest).toContain('Barns1999999999999');
    expect(said.get('mail')!.rest).toContain('EAUTH');
    expect(output).not.toContain('hunter2');
  } finally {
    await mailServer.close();
  }
});
