import { aCompany, thePassword, type Colleague, type TestCompany } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { Identity } from './identity.entity';
import { LinkPurpose, LoginLink } from './login-link.entity';

jest.setTimeout(30_000);

const ASK =
  'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { requested errors { code } } }';
const RESET = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { viewer { id } errors { code field reason limit } } }`;
const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { viewer { id } errors { code field reason limit } } }`;
const SIGN_IN =
  'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } errors { reason } } }';
const WHO = '{ viewer { id } }';

const fresh = 'lavender window north';

async function nora(): Promise<{ builder: TestCompany; nora: Colleague; email: string }> {
  const builder = await aCompany();
  const email = 'nora@hearth.example';
  return { builder, nora: await builder.anAdministrator({ email }), email };
}

const canSignIn = async (builder: TestCompany, email: string, password: string) =>
  (await builder.stranger().ask(SIGN_IN, { input: { email, password } })).data.signIn.viewer !== null;

describe('a forgotten password', () => {
  test('C8 is answered alike whether anybody has the address, and mailed only to who has', async () => {
    const { builder, nora: her, email } = await nora();
    await builder.aCustomer({ email: 'sofie@example.com' });
    for (const address of [email, 'no@one.example', 'sofie@example.com']) {
      const { data, codes } = await builder.stranger().ask(ASK, { input: { email: address } });
      expect({ data, codes }).toEqual({
        data: { requestPasswordReset: { requested: true, errors: [] } },
        codes: [],
      });
    }
    expect(await builder.mails('identities.send-password-reset')).toEqual([
      {
        identityId: her.identityId,
        template: 'passwordReset',
        language: 'EN',
        to: { firstName: 'Nora', lastName: 'Claes', address: email },
        data: { path: expect.stringMatching(/^\/reset\/[\w-]{86}$/), validMinutes: 60 },
      },
    ]);
  });

  test('C8 takes as long for an address that nobody has', async () => {
    const { builder, email } = await nora();
    const took = async (address: string) => {
      const samples: number[] = [];
      for (let sample = 0; sample < 3; sample += 1) {
        const started = performance.now();
        await builder.stranger().ask(ASK, { input: { email: address } });
        samples.push(performance.now() - started);
      }
      return Math.min(...samples);
    };
    await took('warm@up.example');
    const [known, unknown] = [await took(email), await took('no@one.example')];
    expect(Math.min(known, unknown)).toBeGreaterThanOrEqual(195);
    expect(Math.abs(known - unknown)).toBeLessThan(50);
  });

  test('five times in a quarter of an hour, for known and unknown alike', async () => {
    const { builder, email } = await nora();
    for (const address of [email, 'no@one.example']) {
      const answers = [];
      for (let time = 0; time < 6; time += 1)
        answers.push(await builder.stranger().ask(ASK, { input: { email: address } }));
      expect(answers.map(({ codes }) => codes)).toEqual([[], [], [], [], [], ['RATE_LIMITED']]);
    }
  });

  test('C10 the new password ends every session and opens one', async () => {
    const { builder, nora: her, email } = await nora();
    await builder.stranger().ask(ASK, { input: { email } });
    const token = await builder.tokenFor(her.identityId!, LinkPurpose.RESET);
    const { data, token: session } = await builder
      .stranger()
      .ask(RESET, { input: { token, password: fresh } });
    expect(data.resetPassword).toEqual({ viewer: { id: her.identityId }, errors: [] });
    expect(session).toMatch(/^[\w-]{86}$/);
    expect((await her.ask(WHO)).data.viewer).toBeNull();
    expect(await canSignIn(builder, email, thePassword)).toBe(false);
    expect(await canSignIn(builder, email, fresh)).toBe(true);
    expect(await builder.mails('identities.send-password-changed')).toEqual([
      expect.objectContaining({ template: 'passwordChanged' }),
    ]);
    expect(await builder.auditTrail()).toEqual(['password.reset', 'session.started']);
  });

  test('C4 the link works once, not after a newer one, and not after an hour', async () => {
    const { builder, nora: her, email } = await nora();
    const ask = async () => {
      await builder.stranger().ask(ASK, { input: { email } });
      return builder.tokenFor(her.identityId!, LinkPurpose.RESET);
    };
    const use = async (token: string) =>
      (
        await builder.stranger().ask(RESET, { input: { token, password: fresh } })
      ).data.resetPassword.errors.map(({ code }: { code: string }) => code);
    const [older, newer] = [await ask(), await ask()];
    expect(await use(older)).toEqual(['LINK_USED']);
    expect(await use(newer)).toEqual([]);
    expect(await use(newer)).toEqual(['LINK_USED']);

    const late = await ask();
    await builder.write((tx) =>
      tx.execute(`UPDATE login_links SET expires_at = now() - interval '1 second' WHERE company_id = $1`, [
        builder.id,
      ]),
    );
    expect(await use(late)).toEqual(['LINK_EXPIRED']);
  });

  test('C3 nothing that is stored opens anything', async () => {
    const { builder, nora: her, email } = await nora();
    await builder.stranger().ask(ASK, { input: { email } });
    const token = await builder.tokenFor(her.identityId!, LinkPurpose.RESET);
    const stored = [await builder.as('system').rows(LoginLink), await builder.outbox()];
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(JSON.stringify(stored)).not.toContain(token.slice(43));
  });
});

describe('a new password', () => {
  test.each([
    ['elevenchars', 'tooShort', 12],
    ['short 👩‍👩‍👧', 'tooShort', 12],
    ['x'.repeat(257), 'tooLong', 256],
    ['Password1234', 'breached', null],
    ['123456789012', 'breached', null],
    ['', 'required', null],
  ])('%j is refused as %s', async (newPassword, reason, limit) => {
    const { nora: her } = await nora();
    const { data } = await her.ask(CHANGE, { input: { currentPassword: thePassword, newPassword } });
    expect(data.changePassword).toEqual({
      viewer: null,
      errors: [{ code: 'VALIDATION_FAILED', field: ['newPassword'], reason, limit }],
    });
  });

  test.each([
    'all lower case words',
    '   two words, and some spaces   ',
    'ééééééé àààààà',
    '我家的房子在河边的大树旁边',
  ])('no rule of composition: %j is taken', async (newPassword) => {
    const { builder, nora: her, email } = await nora();
    const { data } = await her.ask(CHANGE, { input: { currentPassword: thePassword, newPassword } });
    expect(data.changePassword.errors).toEqual([]);
    expect(await canSignIn(builder, email, newPassword)).toBe(true);
  });

  test('is the same in whatever Unicode form it is typed', async () => {
    const { builder, nora: her, email } = await nora();
    const newPassword = 'Ein Haus am Fluß: schön';
    await her.ask(CHANGE, {
      input: { currentPassword: thePassword, newPassword: newPassword.normalize('NFD') },
    });
    expect(await canSignIn(builder, email, newPassword.normalize('NFC'))).toBe(true);
  });

  test('C10 changed, it ends every other session, kills the link of a reset, and keeps this session', async () => {
    const { builder, nora: her, email } = await nora();
    const elsewhere = await builder.signedIn(her.identityId!);
    await builder.stranger().ask(ASK, { input: { email } });
    const token = await builder.tokenFor(her.identityId!, LinkPurpose.RESET);
    await her.ask(CHANGE, { input: { currentPassword: thePassword, newPassword: fresh } });
    expect((await her.ask(WHO)).data.viewer).not.toBeNull();
    expect((await elsewhere.ask(WHO)).data.viewer).toBeNull();
    const { data } = await builder
      .stranger()
      .ask(RESET, { input: { token, password: 'another one entirely' } });
    expect(data.resetPassword.errors).toEqual([expect.objectContaining({ code: 'LINK_USED' })]);
    expect(await builder.auditTrail()).toEqual(['password.changed']);
  });

  test('is stored as Argon2id, and never as typed', async () => {
    const { builder, nora: her } = await nora();
    await her.ask(CHANGE, { input: { currentPassword: thePassword, newPassword: fresh } });
    const identity = await builder.as('system').row(Identity, sql`row.id = ${her.identityId}`);
    expect(identity?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify([identity, await builder.outbox()])).not.toContain(fresh);
  });

  test('wants the one in use, and lets a stranger at the desk guess ten times only', async () => {
    const { nora: her } = await nora();
    const guess = () => her.ask(CHANGE, { input: { currentPassword: 'not this one', newPassword: fresh } });
    const { data } = await guess();
    expect(data.changePassword.errors).toEqual([
      { code: 'VALIDATION_FAILED', field: ['currentPassword'], reason: 'wrongCredentials', limit: null },
    ]);
    const answers = await Promise.all(Array.from({ length: 12 }, guess));
    expect(answers.filter(({ codes }) => codes.includes('RATE_LIMITED'))).toHaveLength(3);
    const right = await her.ask(CHANGE, { input: { currentPassword: thePassword, newPassword: fresh } });
    expect(right.codes).toEqual(['RATE_LIMITED']);
  });

  test('is nobody’s to change without a session', async () => {
    const { builder } = await nora();
    const { codes } = await builder
      .stranger()
      .ask(CHANGE, { input: { currentPassword: thePassword, newPassword: fresh } });
    expect(codes).toEqual(['UNAUTHENTICATED']);
  });
});
