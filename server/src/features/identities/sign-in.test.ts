import { aCompany, thePassword, type Someone, type TestCompany } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { Identity } from './identity.entity';
import { Session } from './session.entity';

jest.setTimeout(30_000);

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  viewer { id name email language roles } errors { code reason field limit } } }`;
const refused = {
  viewer: null,
  errors: [{ code: 'VALIDATION_FAILED', reason: 'wrongCredentials', field: null, limit: null }],
};

const email = 'nora@hearth.example';
const signIn = (who: Someone, password: string, address = email) =>
  who.ask(SIGN_IN, { input: { email: address, password } });

async function guess(who: Someone, times: number, address = email) {
  for (let time = 0; time < times; time += 1) await signIn(who, `not the password ${time}`, address);
}

async function aBuilderWithNora(): Promise<TestCompany> {
  const builder = await aCompany();
  await builder.aTeamMember({ email });
  return builder;
}

test('a stranger sees the name of the company and no viewer', async () => {
  const builder = await aCompany({ name: 'Maison Claire' });
  const { data, codes } = await builder.stranger().ask('{ company { name theme { accent } } viewer { id } }');
  expect(codes).toEqual([]);
  expect(data).toEqual({ company: { name: 'Maison Claire', theme: { accent: '#1f6f54' } }, viewer: null });
});

describe('signing in', () => {
  test('starts a session whose token is known to its owner alone', async () => {
    const builder = await aBuilderWithNora();
    const { data, token } = await signIn(builder.stranger(), thePassword, ' Nora@Hearth.EXAMPLE ');
    expect(data.signIn).toEqual({
      viewer: { id: expect.any(String), name: 'Nora Claes', email, language: 'EN', roles: ['ADMINISTRATOR'] },
      errors: [],
    });
    const [session] = await builder.as('system').rows(Session);
    expect(token).toMatch(/^[\w-]{86}$/);
    expect(JSON.stringify({ session, data })).not.toContain(token);
    expect(await builder.auditTrail()).toEqual(['session.started']);
  });

  test('what is missing is said at its field', async () => {
    const builder = await aCompany();
    const { data } = await signIn(builder.stranger(), '', ' ');
    expect(data.signIn.errors).toEqual([
      { code: 'VALIDATION_FAILED', reason: 'required', field: ['email'], limit: null },
      { code: 'VALIDATION_FAILED', reason: 'required', field: ['password'], limit: null },
    ]);
  });

  test('C8 unknown address, wrong password, and an account without password get one answer', async () => {
    const builder = await aBuilderWithNora();
    await builder.aCustomer({ email: 'sofie@example.com' });
    expect((await signIn(builder.stranger(), 'whatever it is')).data.signIn).toEqual(refused);
    expect((await signIn(builder.stranger(), 'whatever it is', 'no@one.example')).data.signIn).toEqual(
      refused,
    );
    expect((await signIn(builder.stranger(), 'whatever it is', 'sofie@example.com')).data.signIn).toEqual(
      refused,
    );
  });

  test('C8 time does not tell either', async () => {
    const builder = await aBuilderWithNora();
    const took = async (address: string, ip: string) => {
      const started = performance.now();
      await signIn(builder.stranger().from({ ip }), 'whatever it is', address);
      return performance.now() - started;
    };
    await took('warm@up.example', '198.51.100.200');
    const [known, unknown]: [number[], number[]] = [[], []];
    // In turn, so that a busy machine is as busy for both.
    for (let sample = 0; sample < 9; sample += 1) {
      known.push(await took(email, `198.51.100.${sample}`));
      unknown.push(await took('no@one.example', `198.51.100.${100 + sample}`));
    }
    const [one, other] = [Math.min(...known), Math.min(...unknown)];
    expect(Math.max(one, other) / Math.min(one, other)).toBeLessThan(2);
  });

  test('the right password opens nothing to whom nothing is open, and says so neutrally', async () => {
    const builder = await aCompany();
    const { email: address } = await builder.aTeamMember({ state: 'DEACTIVATED' as never });
    const { data, token } = await signIn(builder.stranger(), thePassword, address);
    expect(data.signIn).toEqual({
      viewer: null,
      errors: [{ code: 'FORBIDDEN', reason: 'nothingOpen', field: null, limit: null }],
    });
    expect(token).toBeUndefined();
    expect(await builder.as('system').rows(Session)).toEqual([]);
  });

  test('a company’s people are not those of another', async () => {
    await aBuilderWithNora();
    const other = await aCompany();
    expect((await signIn(other.stranger(), thePassword)).data.signIn).toEqual(refused);
  });

  test.each(['\u0000', '\ud800', '🔑'.repeat(64), '__proto__', "' OR 1=1 --", '{"$gt":""}'])(
    'B10 %j is just a wrong password',
    async (password) => {
      const builder = await aBuilderWithNora();
      expect((await signIn(builder.stranger(), password)).data.signIn).toEqual(refused);
    },
  );

  test('B10 a password of 100 kB is refused unread', async () => {
    const builder = await aBuilderWithNora();
    const { data } = await signIn(builder.stranger(), 'x'.repeat(100_000));
    expect(data.signIn.errors).toEqual([
      { code: 'VALIDATION_FAILED', reason: 'tooLong', field: ['password'], limit: 256 },
    ]);
  });

  test.each([
    'a\r\nBcc: b@example.com',
    'a@b.example,c@d.example',
    'a(comment)@b.example',
    'a@b',
    '"a b"@c.example',
    'a@-b.example',
  ])('C2 %j is no address', async (address) => {
    const builder = await aCompany();
    const { data } = await signIn(builder.stranger(), thePassword, address);
    expect(data.signIn.errors).toEqual([
      expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['email'] }),
    ]);
  });
});

describe('guessing', () => {
  test('C9 after ten failures the account takes no more guesses from strangers, not even the right one', async () => {
    const builder = await aBuilderWithNora();
    for (let place = 0; place < 10; place += 1)
      await guess(builder.stranger().from({ ip: `203.0.113.${place}` }), 1);
    const { data, codes } = await signIn(builder.stranger().from({ ip: '203.0.113.99' }), thePassword);
    expect(codes).toEqual(['RATE_LIMITED']);
    expect(data).toBeNull();
  });

  test('C9 nine failures do no harm', async () => {
    const builder = await aBuilderWithNora();
    await guess(builder.stranger(), 9);
    expect((await signIn(builder.stranger(), thePassword)).data.signIn.errors).toEqual([]);
  });

  test('C9 after ten failures a place may guess at nobody, neither may its neighbours of the same network', async () => {
    const builder = await aBuilderWithNora();
    const from = (ip: string) => builder.stranger().from({ ip });
    for (let account = 0; account < 10; account += 1)
      await guess(from('2001:db8::1'), 1, `a${account}@example.com`);
    expect((await signIn(from('2001:db8::ffff'), thePassword)).codes).toEqual(['RATE_LIMITED']);
    expect((await signIn(from('2001:db8:0:1::1'), thePassword)).codes).toEqual([]);
  });

  test('C9 a place its owner knows is not locked by guesses from elsewhere', async () => {
    const builder = await aBuilderWithNora();
    const home = builder.stranger().from({ ip: '192.0.2.10' });
    await signIn(home, thePassword);
    for (let place = 0; place < 12; place += 1)
      await guess(builder.stranger().from({ ip: `203.0.113.${place}` }), 1);
    expect((await signIn(home, thePassword)).data.signIn.errors).toEqual([]);
  });

  test('C9 an address that nobody has is counted alike', async () => {
    const builder = await aCompany();
    for (let place = 0; place < 10; place += 1)
      await guess(builder.stranger().from({ ip: `203.0.113.${place}` }), 1, 'no@one.example');
    expect(
      (await signIn(builder.stranger().from({ ip: '203.0.113.99' }), 'x', 'no@one.example')).codes,
    ).toEqual(['RATE_LIMITED']);
  });

  test('B3 guesses by alias in one request count one by one', async () => {
    const builder = await aBuilderWithNora();
    const guesses = Array.from(
      { length: 15 },
      (_, index) =>
        `g${index}: signIn(input: { email: "${email}", password: "guess ${index}" }) { errors { reason } }`,
    );
    const { data, codes } = await builder.stranger().ask(`mutation { ${guesses.join('\n')} }`);
    expect({ data, codes }).toEqual({ data: null, codes: ['RATE_LIMITED'] });
    expect((await signIn(builder.stranger(), thePassword)).codes).toEqual(['RATE_LIMITED']);
  });

  test('C9 guesses at the same moment count one by one: the right one comes too late as the thirtieth', async () => {
    const builder = await aBuilderWithNora();
    const guesses = [...Array.from({ length: 29 }, (_, index) => `guess ${index}`), thePassword];
    const answers = await Promise.all(guesses.map((password) => signIn(builder.stranger(), password)));
    expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(10);
    expect(answers.at(-1)!.codes).toEqual(['RATE_LIMITED']);
  });

  test('twenty who sign in rightly at the same moment are not held up', async () => {
    const builder = await aBuilderWithNora();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => signIn(builder.stranger(), thePassword)),
    );
    expect(answers.flatMap(({ codes, data }) => [...codes, ...data.signIn.errors])).toEqual([]);
  });
});

test('signing out ends the session and clears its cookie', async () => {
  const builder = await aCompany();
  const nora = await builder.anAdministrator();
  const { data, token } = await nora.ask('mutation { signOut { signedOut errors { code } } }');
  expect(data.signOut).toEqual({ signedOut: true, errors: [] });
  expect(token).toBeNull();
  expect((await nora.ask('{ viewer { id } }')).data.viewer).toBeNull();
  expect(await builder.auditTrail()).toEqual(['session.ended']);
  const identity = await builder.as('system').row(Identity, sql`row.id = ${nora.identityId}`);
  expect(identity?.passwordHash).toBeTruthy();
});
