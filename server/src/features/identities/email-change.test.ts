import { aCompany, type Colleague, type TestCompany } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { EmailChangeService } from './email-change.service';
import { Identity } from './identity.entity';
import { LinkPurpose } from './login-link.entity';
import { PasswordService } from './password.service';

const CONFIRM = `mutation ($input: ConfirmEmailChangeInput!) { confirmEmailChange(input: $input) {
  confirmed waitsForOther errors { code field existingId } } }`;
const ME = '{ viewer { email pendingEmail teamMember { email } } }';

const { NEW_EMAIL, OLD_EMAIL } = LinkPurpose;
const service = new EmailChangeService();
const before = 'nora@hearth.example';
const after = 'nora.claes@hearth.example';

interface Story {
  builder: TestCompany;
  nora: Colleague;
  request(newEmail: string, confirmBoth?: boolean): Promise<boolean>;
  confirm(token: string): Promise<{ data: { confirmEmailChange: Record<string, unknown> }; codes: string[] }>;
}

async function aStory(): Promise<Story> {
  const builder = await aCompany();
  const nora = await builder.anAdministrator({ email: before });
  return {
    builder,
    nora,
    request: (newEmail, confirmBoth = true) =>
      builder.write((tx) => service.request(tx, { identityId: nora.identityId!, newEmail, confirmBoth })),
    confirm: (token) => builder.stranger().ask(CONFIRM, { input: { token } }),
  };
}

const emailOf = async ({ builder, nora }: Story) =>
  (await builder.as('system').row(Identity, sql`row.id = ${nora.identityId}`))?.email;

const tokenOf = ({ builder, nora }: Story, purpose: LinkPurpose) =>
  builder.tokenFor(nora.identityId!, purpose);

describe('one’s own address', () => {
  test.each([
    [NEW_EMAIL, OLD_EMAIL],
    [OLD_EMAIL, NEW_EMAIL],
  ])('changes once both addresses have confirmed, %s first', async (first, second) => {
    const story = await aStory();
    await story.request(after);
    expect((await story.nora.ask(ME)).data.viewer).toMatchObject({ email: before, pendingEmail: after });

    const half = await story.confirm(await tokenOf(story, first));
    expect(half.data.confirmEmailChange).toEqual({ confirmed: true, waitsForOther: true, errors: [] });
    expect(await emailOf(story)).toBe(before);
    expect((await story.nora.ask(ME)).data.viewer.pendingEmail).toBe(after);

    const whole = await story.confirm(await tokenOf(story, second));
    expect(whole.data.confirmEmailChange).toEqual({ confirmed: true, waitsForOther: false, errors: [] });
    const again = await story.builder.signedIn(story.nora.identityId!);
    expect((await again.ask(ME)).data.viewer).toEqual({
      email: after,
      pendingEmail: null,
      teamMember: { email: after },
    });
    expect(await story.builder.auditTrail()).toEqual([
      'email.change-requested',
      'email.half-confirmed',
      'email.changed',
    ]);
  });

  test('is asked at both addresses', async () => {
    const story = await aStory();
    await story.request(after);
    expect(await story.builder.mails('identities.send-email-confirmation')).toEqual([
      expect.objectContaining({
        template: 'emailChangeConfirm',
        to: { firstName: 'Nora', lastName: 'Claes', address: after },
        data: { newAddress: after, path: expect.stringMatching(/^\/confirm-email\//), validMinutes: 1440 },
      }),
      expect.objectContaining({
        template: 'emailChangeNotice',
        to: { firstName: 'Nora', lastName: 'Claes', address: before },
        data: {
          newAddress: after,
          confirm: { path: expect.stringMatching(/^\/confirm-email\//), validMinutes: 1440 },
        },
      }),
    ]);
  });

  test('both halves at the same moment make a whole', async () => {
    for (let round = 0; round < 5; round += 1) {
      const story = await aStory();
      await story.request(after);
      const tokens = [await tokenOf(story, NEW_EMAIL), await tokenOf(story, OLD_EMAIL)];
      const answers = await Promise.all(tokens.map(story.confirm));
      expect(answers.map(({ data }) => data.confirmEmailChange.waitsForOther).toSorted()).toEqual([
        false,
        true,
      ]);
      expect(await emailOf(story)).toBe(after);
    }
  });

  test('C10 sessions of before end, but for the browser in which it was confirmed', async () => {
    const story = await aStory();
    const elsewhere = await story.builder.signedIn(story.nora.identityId!);
    await story.request(after);
    await story.confirm(await tokenOf(story, OLD_EMAIL));
    await story.nora.ask(CONFIRM, { input: { token: await tokenOf(story, NEW_EMAIL) } });
    expect((await elsewhere.ask(ME)).data.viewer).toBeNull();
    expect((await story.nora.ask(ME)).data.viewer.email).toBe(after);
  });

  test('asked for anew, the links of before are dead; asked for as it is, it is taken back', async () => {
    const story = await aStory();
    await story.request('wrong@hearth.example');
    const older = await tokenOf(story, OLD_EMAIL);
    await story.request(after);
    expect((await story.confirm(older)).data.confirmEmailChange.errors).toEqual([
      expect.objectContaining({ code: 'LINK_USED' }),
    ]);
    const newer = await tokenOf(story, NEW_EMAIL);
    expect(await story.request(before)).toBe(false);
    expect((await story.confirm(newer)).data.confirmEmailChange.errors).toEqual([
      expect.objectContaining({ code: 'LINK_USED' }),
    ]);
    expect((await story.nora.ask(ME)).data.viewer.pendingEmail).toBeNull();
    expect(await emailOf(story)).toBe(before);
  });

  test('is refused where somebody has the address, at the start and at the end', async () => {
    const story = await aStory();
    const customer = await story.builder.aCustomer({ email: 'sofie@example.com' });
    await expect(story.request(customer.email!)).rejects.toMatchObject({
      troubles: [{ code: 'DUPLICATE_EMAIL', field: ['email'] }],
    });

    await story.request(after, false);
    await story.builder.aCustomer({ email: after });
    const { data } = await story.confirm(await tokenOf(story, NEW_EMAIL));
    expect(data.confirmEmailChange).toEqual({
      confirmed: false,
      waitsForOther: false,
      errors: [{ code: 'DUPLICATE_EMAIL', field: null, existingId: null }],
    });
    expect(await emailOf(story)).toBe(before);
  });

  test('is not asked for more than five times a day after the first', async () => {
    const { request } = await aStory();
    for (let time = 0; time < 6; time += 1) await request(`nora.${time}@hearth.example`);
    await expect(request(after)).rejects.toMatchObject({
      troubles: [{ code: 'RATE_LIMITED', reason: 'perDay', limit: 5 }],
    });
  });
});

describe('the address of a login that an owner changes', () => {
  test('is confirmed by the new one alone, ends old sessions, and the old address is told', async () => {
    const story = await aStory();
    await story.request(after, false);
    expect(
      (await story.builder.mails('identities.send-email-confirmation')).map((mail) => mail?.to.address),
    ).toEqual([after]);
    expect(await story.builder.mails('identities.send-email-change-notice')).toEqual([
      expect.objectContaining({
        to: expect.objectContaining({ address: before }),
        data: { newAddress: after, confirm: null },
      }),
    ]);
    const { data } = await story.confirm(await tokenOf(story, NEW_EMAIL));
    expect(data.confirmEmailChange).toEqual({ confirmed: true, waitsForOther: false, errors: [] });
    expect(await emailOf(story)).toBe(after);
    expect((await story.nora.ask(ME)).data.viewer).toBeNull();
  });
});

describe('the link of a confirmation', () => {
  test('C4 works once, and for a day', async () => {
    const story = await aStory();
    await story.request(after, false);
    const token = await tokenOf(story, NEW_EMAIL);
    await story.confirm(token);
    expect((await story.confirm(token)).data.confirmEmailChange.errors).toEqual([
      expect.objectContaining({ code: 'LINK_USED' }),
    ]);

    await story.request(before, false);
    const late = await tokenOf(story, NEW_EMAIL);
    await story.builder.write((tx) =>
      tx.execute(`UPDATE login_links SET expires_at = now() - interval '1 second' WHERE company_id = $1`, [
        story.builder.id,
      ]),
    );
    expect((await story.nora.ask(ME)).data.viewer).toBeNull();
    expect((await story.confirm(late)).data.confirmEmailChange.errors).toEqual([
      expect.objectContaining({ code: 'LINK_EXPIRED' }),
    ]);
    expect(await emailOf(story)).toBe(after);
  });

  test('C4 of another company, tampered with, or made for something else, it does not exist', async () => {
    const story = await aStory();
    const theirs = await aStory();
    await theirs.request(after);
    await new PasswordService().requestReset(story.builder.as('system'), before);
    const tokens = [
      await tokenOf(theirs, NEW_EMAIL),
      await tokenOf(story, LinkPurpose.RESET),
      'nonsense',
      'x'.repeat(86),
    ];
    for (const token of tokens) expect((await story.confirm(token)).codes).toEqual(['NOT_FOUND']);
    expect(await emailOf(theirs)).toBe(before);
  });
});
