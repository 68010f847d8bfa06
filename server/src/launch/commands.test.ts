import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase } from '../../test/database';
import { Browser } from '../../test/http-browser';
import { freePort, type, typeStart } from '../../test/terminal';

// The first one may have to build.
jest.setTimeout(240_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-commands-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const database = () => emptyDatabase(`commands_${process.env.JEST_WORKER_ID}_${Date.now()}_${++count}`);
const here = async (more: Record<string, string> = {}) => ({
  DATABASE_URL: await database(),
  DATA_DIR: join(folder, 'data'),
  ...more,
});

async function ask(address: string, query: string, variables: Record<string, unknown> = {}) {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  // Tests look wherever they like into an answer.
  // oxlint-disable-next-line no-explicit-any
  return (await answer.json()) as any;
}

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } errors { code } } }';
const CHANGE_PASSWORD =
  'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { errors { code } } }';
const linkIn = (output: string) => /\/invitation\/(\S+)/.exec(output)?.[1];
const linkState = `query ($token: String!) { invitationLink(token: $token) { state email } }`;

describe('a company of one’s own', () => {
  const wanted = [
    ['--name', 'Haus & Hof'],
    ['--owner-first-name', 'Ada'],
    ['--owner-last-name', 'Byron'],
    ['--owner-email', 'Ada@Example.com'],
    ['--language', 'de'],
  ].flat();

  test('its owner chooses a password with the link that the command prints, and signs in', async () => {
    const env = await here({ DEMO: 'false' });
    const { address, process } = await typeStart(env);
    expect(process.output).toContain('npm run company:create');
    expect(process.output).not.toContain('"level"');

    const { code, output } = await type('company-create.mjs', { args: wanted, env });
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('ada@example.com') });
    expect(await ask(address, '{ company { name slug defaultLanguage } }')).toEqual({
      data: { company: { name: 'Haus & Hof', slug: 'haus-hof', defaultLanguage: 'DE' } },
    });
    const accepted = await ask(
      address,
      `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { roles } errors { code } } }`,
      { input: { token: linkIn(output), password: 'a long walk by the river', acceptedTermsVersion: '1' } },
    );
    expect(accepted.data.acceptInvitation).toEqual({ viewer: { roles: ['OWNER'] }, errors: [] });

    const second = await type('company-create.mjs', { args: wanted, env });
    expect(second).toEqual({ code: 1, output: expect.stringContaining('This database holds Haus & Hof') });
  });

  test('who has lost the first link gets another, and the first is dead', async () => {
    const env = await here({ DEMO: 'false' });
    const first = await type('company-create.mjs', { args: wanted, env });
    const again = await type('company-create.mjs', { args: wanted, env });
    const stranger = [...wanted.slice(0, -4), '--owner-email', 'eve@example.com'];
    const refused = await type('company-create.mjs', { args: stranger, env });
    expect(refused).toEqual({ code: 1, output: expect.stringContaining('Nothing was changed') });

    const { address } = await typeStart(env);
    const stateOf = async (output: string) =>
      (await ask(address, linkState, { token: linkIn(output) })).data.invitationLink.state;
    expect([await stateOf(first.output), await stateOf(again.output)]).toEqual(['USED', 'OPEN']);
  });

  test('everything that is wrong is told at once, and nothing is made', async () => {
    const env = await here();
    const args = ['--owner-first-name', 'Ada\u202e', '--owner-email', 'ada', '--language', 'es'];
    const { code, output } = await type('company-create.mjs', { args, env });
    expect(code).toBe(1);
    for (const each of ['name', 'owner-first-name', 'owner-last-name', 'owner-email', 'language'])
      expect(output).toMatch(new RegExp(`^--${each} `, 'm'));
    expect(existsSync(env.DATA_DIR)).toBe(false);
  });
});

describe('the demo company', () => {
  test('is filled anew on request, when no server needs it and nobody forbids it', async () => {
    const env = await here();
    const { process } = await typeStart(env);
    const served = await type('demo-reset.mjs', { env });
    expect(served).toEqual({ code: 1, output: expect.stringContaining('stop it first') });
    await process.end();

    const forbidden = await type('demo-reset.mjs', { env: { ...env, DEMO: 'false' } });
    expect(forbidden).toEqual({ code: 1, output: expect.stringContaining('DEMO is false') });

    const { code, output } = await type('demo-reset.mjs', { env });
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('npm start') });
    const { address } = await typeStart(env);
    expect(await ask(address, '{ company { slug } }')).toEqual({ data: { company: { slug: 'oever-demo' } } });
  });

  test('has a password of its own under a public address, and is not served there with the one that everybody knows', async () => {
    const env = await here();
    const trial = await typeStart(env);
    expect(trial.process.output).toContain('riverside-doorstep');
    // That one of them has chosen another does not close the door.
    const emma = new Browser(Number(new URL(trial.address).port));
    await emma.ask(SIGN_IN, { input: { email: 'emma@oever.example', password: 'riverside-doorstep' } });
    const { changePassword } = await emma.ask(CHANGE_PASSWORD, {
      input: { currentPassword: 'riverside-doorstep', newPassword: 'a long walk by the river' },
    });
    expect(changePassword.errors).toEqual([]);
    await trial.process.end();
    const open = { ...env, PUBLIC_URL: 'https://portal.example.com', HOST: '127.0.0.1' };

    const refused = await type('start.mjs', { env: open });
    expect(refused).toEqual({
      code: 1,
      output: expect.stringContaining('the demo company with the password that everybody knows'),
    });

    expect((await type('demo-reset.mjs', { env: open })).code).toBe(0);
    const { process, address } = await typeStart(open);
    const [, password] = /emma@oever\.example +(\S+)/.exec(process.output)!;
    const signIn = (given: string) =>
      ask(address, SIGN_IN, { input: { email: 'emma@oever.example', password: given } });
    expect(await signIn('riverside-doorstep')).toMatchObject({ data: { signIn: { viewer: null } } });
    expect(await signIn(password!)).toMatchObject({ data: { signIn: { errors: [] } } });
  });
});

describe('a start that is refused touches nothing', () => {
  const refusedStart = async (env: Record<string, string>) => {
    const { code, output } = await type('start.mjs', { env: { PORT: await freePort(), ...env } });
    return { code, lines: output.trim().split('\n').length, output };
  };

  test('when the database cannot be reached', async () => {
    const DATA_DIR = join(folder, 'data');
    const refused = await refusedStart({
      DATA_DIR,
      DATABASE_URL: 'postgres://portico:hunter2@127.0.0.1:1/portico',
    });
    expect(refused).toEqual({ code: 1, lines: 1, output: expect.stringContaining('nothing answers there') });
    expect(existsSync(DATA_DIR)).toBe(false);
  });

  test('when the data folder is a file', async () => {
    const DATA_DIR = join(folder, 'file');
    writeFileSync(DATA_DIR, '');
    const refused = await refusedStart({ DATA_DIR });
    expect(refused).toEqual({
      code: 1,
      lines: 1,
      output: expect.stringContaining(`DATA_DIR names ${DATA_DIR}, which is a file and not a folder.`),
    });
  });
});

test('a migration that is not needed is not written', async () => {
  expect(await type('migration-generate.mjs', { args: ['AddNothing'] })).toEqual({
    code: 0,
    output: 'The migrations make what the entities describe: there is nothing to write.\n',
  });
});
