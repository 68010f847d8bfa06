import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import { emptyDatabase } from '../../test/database';
import { Browser } from '../../test/http-browser';
import { type, typeStart } from '../../test/terminal';
import { readArchive, writeArchive, type Bytes } from './archive';
import { verified, type Manifest } from './manifest';

// The first one may have to build.
jest.setTimeout(300_000);

type Environment = { DATA_DIR: string; DATABASE_URL?: string };

let folder: string;
/** A demo company that somebody goes on writing to while it is backed up. */
let source: { env: Environment; archive: string; manifest: Manifest; before: string[]; after: string[] };

let count = 0;
const anInstance = async (): Promise<Required<Environment>> => ({
  DATABASE_URL: await emptyDatabase(`backup_${process.env.JEST_WORKER_ID}_${Date.now()}_${++count}`),
  DATA_DIR: join(folder, `data-${count}`),
});

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } errors { code } } }';
const signedIn = async (address: string, email: string): Promise<Browser> => {
  const browser = new Browser(Number(new URL(address).port));
  const { signIn } = await browser.ask(SIGN_IN, { input: { email, password: 'riverside-doorstep' } });
  expect(signIn.errors).toEqual([]);
  return browser;
};

async function addCustomer(emma: Browser, number: number): Promise<string> {
  const email = `c${number}@written.example`;
  const { createCustomer } = await emma.ask(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { errors { code field } } }',
    { input: { firstName: 'Written', lastName: `Nr ${number}`, email } },
  );
  expect(createCustomer.errors).toEqual([]);
  return email;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portico-backup-'));
  const env = await anInstance();
  const { address, process } = await typeStart(env);
  const emma = await signedIn(address, 'emma@oever.example');
  const before: string[] = [];
  for (let number = 0; number < 5; number += 1) before.push(await addCustomer(emma, number));

  let over = false;
  const backup = type('backup.mjs', { env }).finally(() => (over = true));
  const after: string[] = [];
  while (!over) after.push(await addCustomer(emma, before.length + after.length));
  expect(await backup).toEqual({ code: 0, output: expect.stringContaining('.tar.gz') });
  const [name] = readdirSync(join(env.DATA_DIR, 'backups'));
  const archive = join(env.DATA_DIR, 'backups', name!);
  source = { env, archive, manifest: await verified(archive), before, after };
  await process.end();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const restore = (env: Environment, ...args: string[]) => type('restore.mjs', { args, env });

async function contentOf(archive: string): Promise<Map<string, Buffer>> {
  const content = new Map<string, Buffer>();
  await readArchive(archive, async (name, bytes) => {
    content.set(name, await buffer(Readable.from(bytes)));
  });
  return content;
}

test('what is backed up while people write is one moment of it, readable by its owner only', async () => {
  const { archive, manifest, before, after } = source;
  expect(statSync(archive).mode & 0o777).toBe(0o600);
  expect(after.length).toBeGreaterThan(0);
  const content = await contentOf(archive);
  const [contacts, identities] = ['contacts', 'identities'].map((name) =>
    [
      ...content
        .get(`database/${name}.csv`)!
        .toString()
        .matchAll(/c\d+@written\.example/g),
    ].map(([at]) => at),
  );
  // A customer and her login are written together; whoever is in it, all before her are.
  expect(new Set(contacts)).toEqual(new Set(identities));
  expect([...before, ...after].slice(0, new Set(contacts).size).sort()).toEqual(
    [...new Set(contacts)].sort(),
  );
  expect(new Set(contacts).size).toBeGreaterThanOrEqual(before.length);
  // Nobody who reads an archive is signed in by it, and it does not hold the secret.
  expect(manifest.tables.map(({ table }) => table)).not.toContain('sessions');
  const secret = readFileSync(join(source.env.DATA_DIR, 'secret'), 'utf8').trim();
  expect([...content.values()].filter((bytes) => bytes.includes(secret))).toEqual([]);
  expect(manifest.missing).toEqual([]);
  expect(manifest.files.length).toBeGreaterThan(50);
});

test('another machine that has nothing gets all of it: rows, files, and people who sign in', async () => {
  // With the embedded database, where the backup was of one that had an address.
  const env = { DATA_DIR: join(folder, 'elsewhere') };
  const { code, output } = await restore(env, source.archive);
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Nobody is signed in') });
  expect(output).toContain('The secret here is another');

  const again = await type('backup.mjs', { env, args: [join(folder, 'again')] });
  expect(again.code).toBe(0);
  const second = join(folder, 'again', readdirSync(join(folder, 'again'))[0]!);
  const copy = await verified(second);
  const [before, after] = [await contentOf(source.archive), await contentOf(second)];
  // In whatever order PostgreSQL finds the rows.
  const linesOf = (content: Map<string, Buffer>, name: string) =>
    content.get(name)?.toString().split('\n').sort();
  expect(copy.tables.map(({ table, rows }) => [table, rows])).toEqual(
    source.manifest.tables.map(({ table, rows }) => [table, rows]),
  );
  for (const { name } of copy.tables) expect(linesOf(after, name)).toEqual(linesOf(before, name));
  expect(copy.files).toEqual(source.manifest.files);
  for (const { key, sha256 } of source.manifest.files) {
    const bytes = readFileSync(join(env.DATA_DIR, 'files', key));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }

  const { address, process } = await typeStart(env);
  const emma = await signedIn(address, 'emma@oever.example');
  const contacts = source.manifest.tables.find(({ table }) => table === 'contacts')!.rows;
  expect(await emma.ask('{ contacts(first: 1) { totalCount } }')).toEqual({
    contacts: { totalCount: contacts },
  });
  // A link that was mailed opens, although the secret is another.
  const mails = before.get('database/demo_mails.csv')!.toString();
  const [, token] = /\/invitation\/([\w-]{80,})/.exec(mails)!;
  const link = await emma.ask('query ($token: String!) { invitationLink(token: $token) { state } }', {
    token,
  });
  expect(link.invitationLink.state).toBe('OPEN');
  const olivia = await signedIn(address, 'olivia@mail.example');
  expect((await olivia.ask('{ viewer { homes { id } } }')).viewer.homes).toHaveLength(2);

  const served = await restore(env, source.archive, '--replace');
  expect(served).toEqual({ code: 1, output: expect.stringContaining('stop it first') });
  await process.end();
  const filled = await restore(env, source.archive);
  expect(filled).toEqual({ code: 1, output: expect.stringContaining(`Oever with ${contacts} contacts`) });
});

describe('an archive is refused before anything changes', () => {
  async function refused(path: string): Promise<string> {
    const env = await anInstance();
    const { code, output } = await restore(env, path);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('Nothing was changed.') });
    expect(existsSync(env.DATA_DIR)).toBe(false);
    const client = new Client(env.DATABASE_URL);
    await client.connect();
    const { rows } = await client.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
    await client.end();
    expect(rows).toEqual([]);
    return output;
  }
  const altered = (alter: (bytes: Buffer) => Buffer): string => {
    const path = join(folder, `altered-${++count}.tar.gz`);
    writeFileSync(path, alter(readFileSync(source.archive)));
    return path;
  };
  /** The same archive with other content. */
  async function rewritten(change: (content: Map<string, Buffer>) => void): Promise<string> {
    const content = await contentOf(source.archive);
    change(content);
    const path = join(folder, `rewritten-${++count}.tar.gz`);
    await writeArchive(path, async (archive) => {
      for (const [name, bytes] of content)
        await archive.add(name, bytes.length, Readable.from([bytes]) as Bytes);
    });
    return path;
  }

  test.each([0.02, 0.5, 0.98])('with one byte altered, %s of the way', async (part) => {
    const flip = (bytes: Buffer) => {
      bytes[Math.floor(bytes.length * part)]! ^= 0xff;
      return bytes;
    };
    expect(await refused(altered(flip))).toContain('is no whole backup');
  });

  test('cut off', async () => {
    expect(await refused(altered((bytes) => bytes.subarray(0, bytes.length >> 1)))).toContain(
      'no whole backup',
    );
    expect(await refused(altered((bytes) => bytes.subarray(0, -4)))).toContain('no whole backup');
  });

  test('without one of its files, with one exchanged, with a stranger’s, or without its list', async () => {
    const { name } = source.manifest.files[7]!;
    const swap = (content: Map<string, Buffer>) => content.set(name, Buffer.from('something else'));
    expect(await refused(await rewritten((content) => content.delete(name)))).toContain(`${name} is missing`);
    expect(await refused(await rewritten(swap))).toContain(`${name} is not what it was`);
    expect(await refused(await rewritten((content) => content.delete('manifest.json')))).toContain(
      'its list',
    );
    const add = (content: Map<string, Buffer>) => content.set('files/../secret', Buffer.from('x'));
    expect(await refused(await rewritten(add))).toContain('does not belong');
  });

  test('of a newer Portico, with the names of what it does not know', async () => {
    const newer = (content: Map<string, Buffer>) => {
      const manifest = {
        ...source.manifest,
        migrations: [...source.manifest.migrations, 'Barns1999999999999'],
      };
      content.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, portico: '9.0.0' })));
    };
    expect(await refused(await rewritten(newer))).toMatch(/of Portico 9\.0\.0.*newer.*Barns1999999999999/);
  });

  test('that is not there', async () => {
    expect(await refused(join(folder, 'nothing.tar.gz'))).toContain('no archive to read');
  });
});

test('an archive of before a table came gets it on the way', async () => {
  const content = await contentOf(source.archive);
  const { tables, ...rest } = source.manifest;
  const older: Manifest = {
    ...rest,
    migrations: rest.migrations.filter((name) => !name.startsWith('Removals')),
    tables: tables.filter(({ table }) => table !== 'removals'),
  };
  expect(older.migrations).toEqual([expect.stringMatching(/^Spine/)]);
  content.delete('database/removals.csv');
  content.set('manifest.json', Buffer.from(JSON.stringify(older)));
  const path = join(folder, 'older.tar.gz');
  await writeArchive(path, async (archive) => {
    for (const [name, bytes] of content)
      await archive.add(name, bytes.length, Readable.from([bytes]) as Bytes);
  });
  const env = await anInstance();
  expect((await restore(env, path)).code).toBe(0);
  const { address } = await typeStart(env);
  await signedIn(address, 'emma@oever.example');
});

test('nothing is backed up where nothing is', async () => {
  const env = { DATA_DIR: join(folder, 'nowhere') };
  const { code, output } = await type('backup.mjs', { env });
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('nothing to back up') });
  expect(existsSync(env.DATA_DIR)).toBe(false);
});
