import { aCompany, theProduct, thePassword, type TestCompany } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { uuidv7 } from '../../platform/database/uuid';
import { TeamMemberState } from '../team/team-member.entity';
import { changeAddress } from './addresses';
import { Identity } from './identity.entity';
import { issueLink, withdrawLinks } from './links';
import { LinkPurpose } from './login-link.entity';

jest.setTimeout(30_000);

const LINK =
  'query ($token: String!) { invitationLink(token: $token) { state email firstName language audience } }';
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  viewer { id roles } errors { code field reason } } }`;
const password = 'lavender window north';
const { INVITATION, TEAM_INVITATION, RESET, NEW_EMAIL } = LinkPurpose;

interface Invited {
  builder: TestCompany;
  identityId: string;
  token: string;
  accept(
    token?: string,
    chosen?: string,
    acceptedTermsVersion?: string,
  ): Promise<{ viewer: { id: string } | null; errors: { code: string; field: string[] | null }[] }>;
}

/** A colleague with an invitation in her mailbox. */
async function invited(): Promise<Invited> {
  const builder = await aCompany({ defaultLanguage: 'DE' });
  const { identityId } = await builder.aTeamMember({
    email: 'ida@example.com',
    firstName: 'Ida',
    state: TeamMemberState.INVITED,
  });
  await builder.write((tx) => issueLink(tx, identityId, TEAM_INVITATION));
  const token = await builder.tokenFor(identityId, TEAM_INVITATION);
  return {
    builder,
    identityId,
    token,
    accept: async (used = token, chosen = password, acceptedTermsVersion = '1') =>
      (
        await builder
          .stranger()
          .ask(ACCEPT, { input: { token: used, password: chosen, acceptedTermsVersion } })
      ).data.acceptInvitation,
  };
}

const expire = (builder: TestCompany) =>
  builder.write((tx) =>
    tx.execute(`UPDATE login_links SET expires_at = now() - interval '1 second' WHERE company_id = $1`, [
      builder.id,
    ]),
  );

const look = async (builder: TestCompany, token: string) =>
  (await builder.stranger().ask(LINK, { token })).data?.invitationLink;

describe('the link of an invitation', () => {
  test('greets by first name, with the address masked, in the person’s language', async () => {
    const { builder, token } = await invited();
    expect(await look(builder, token)).toEqual({
      state: 'OPEN',
      email: 'i•••@example.com',
      firstName: 'Ida',
      language: 'EN',
      audience: 'TEAM',
    });
  });

  test('says nothing about the person once it is used or too old', async () => {
    const { builder, token, accept } = await invited();
    const silent = { email: null, firstName: null, language: 'DE', audience: 'TEAM' };
    await expire(builder);
    expect(await look(builder, token)).toEqual({ state: 'EXPIRED', ...silent });
    await builder.write((tx) =>
      tx.execute(`UPDATE login_links SET expires_at = now() + interval '1 day' WHERE company_id = $1`, [
        builder.id,
      ]),
    );
    await accept();
    expect(await look(builder, token)).toEqual({ state: 'USED', ...silent });
  });

  test('of a partner leads to the portal, of a reset to where the person works', async () => {
    const builder = await aCompany();
    const linkFor = async (identityId: string, purpose: LinkPurpose) => {
      await builder.write((tx) => issueLink(tx, identityId, purpose));
      return look(builder, await builder.tokenFor(identityId, purpose));
    };
    const partner = await builder.aPartner({ passwordHash: null });
    const colleague = await builder.aTeamMember();
    expect(await linkFor(partner.identityId!, INVITATION)).toMatchObject({
      state: 'OPEN',
      firstName: 'Pieter',
      audience: 'PORTAL',
    });
    expect(await linkFor(colleague.identityId, RESET)).toMatchObject({ state: 'OPEN', audience: 'TEAM' });
  });

  test('C4 tampered, invented, of another company, or of another purpose, it does not exist', async () => {
    const { builder, token, identityId } = await invited();
    const { platform } = await theProduct();
    const strange = await invited();
    const changed = await builder.write((tx) => issueLink(tx, identityId, NEW_EMAIL, 'other@example.com'));
    const tampered = Buffer.from(token, 'base64url');
    tampered[63]! ^= 1;
    const tokens = [
      tampered.toString('base64url'),
      platform.services.tokens.forLink(builder.id, uuidv7(), TEAM_INVITATION),
      platform.services.tokens.forLink(builder.id, changed.id, TEAM_INVITATION),
      strange.token,
      `${token}=`,
      token.slice(1),
      '',
      'nonsense',
      '../../etc/passwd',
      '\u0000',
    ];
    for (const each of tokens) {
      const asked = await builder.stranger().ask(LINK, { token: each });
      expect([each, asked.codes]).toEqual([each, [each === '' ? 'VALIDATION_FAILED' : 'NOT_FOUND']]);
      const accepted = await builder
        .stranger()
        .ask(ACCEPT, { input: { token: each, password, acceptedTermsVersion: '1' } });
      expect([each, accepted.data?.acceptInvitation.errors[0]?.code ?? accepted.codes[0]]).toEqual([
        each,
        each === '' ? 'VALIDATION_FAILED' : 'NOT_FOUND',
      ]);
    }
    expect(
      (await builder.stranger().ask(LINK, { token: await builder.tokenFor(identityId, NEW_EMAIL) })).codes,
    ).toEqual(['NOT_FOUND']);
  });
});

describe('accepting', () => {
  test('sets the password, signs in, and records which terms were accepted', async () => {
    const { builder, identityId, accept } = await invited();
    expect(await accept()).toEqual({ viewer: { id: identityId, roles: ['ADMINISTRATOR'] }, errors: [] });
    const identity = await builder.as('system').row(Identity, sql`row.id = ${identityId}`);
    expect(identity).toMatchObject({ termsVersion: '1', termsAcceptedAt: expect.stringMatching(/Z$/) });
    expect(await builder.auditTrail()).toEqual(['team.activated']);
  });

  test('AC-04 only the terms of today can be accepted, and the link stays good', async () => {
    const { builder, identityId, accept } = await invited();
    await builder.write((tx) =>
      tx.execute(`UPDATE companies SET terms_version = '2' WHERE id = $1`, [builder.id]),
    );
    expect(await accept()).toEqual({
      viewer: null,
      errors: [{ code: 'VALIDATION_FAILED', field: ['acceptedTermsVersion'], reason: 'mismatch' }],
    });
    expect((await accept(undefined, undefined, '2')).errors).toEqual([]);
    const identity = await builder.as('system').row(Identity, sql`row.id = ${identityId}`);
    expect(identity).toMatchObject({ termsVersion: '2' });
  });

  test('a weak password is said at its field, and the link stays good', async () => {
    const { identityId, accept } = await invited();
    expect(await accept(undefined, 'too short')).toEqual({
      viewer: null,
      errors: [{ code: 'VALIDATION_FAILED', field: ['password'], reason: 'tooShort' }],
    });
    expect((await accept()).viewer).toEqual({ id: identityId, roles: ['ADMINISTRATOR'] });
  });

  test('C4 twice is once', async () => {
    const { accept } = await invited();
    await accept();
    expect(await accept(undefined, 'another password entirely')).toMatchObject({
      viewer: null,
      errors: [{ code: 'LINK_USED' }],
    });
    expect(await accept(undefined, 'short')).toMatchObject({ errors: [{ code: 'LINK_USED' }] });
  });

  test('C4 too late', async () => {
    const { builder, accept } = await invited();
    await expire(builder);
    expect(await accept()).toMatchObject({ viewer: null, errors: [{ code: 'LINK_EXPIRED' }] });
  });

  test('C4 withdrawn, or re-sent', async () => {
    const { builder, identityId, accept } = await invited();
    await builder.write((tx) => withdrawLinks(tx, identityId, TEAM_INVITATION));
    expect(await accept()).toMatchObject({ errors: [{ code: 'LINK_USED' }] });
    await builder.write((tx) => issueLink(tx, identityId, TEAM_INVITATION));
    expect(await accept()).toMatchObject({ errors: [{ code: 'LINK_USED' }] });
    expect(await accept(await builder.tokenFor(identityId, TEAM_INVITATION))).toMatchObject({ errors: [] });
  });

  test('C4 after a change of address the old mail is dead, and a new one goes to the new address', async () => {
    const { builder, identityId, accept } = await invited();
    await builder.write((tx) => changeAddress(tx, identityId, 'ida.new@example.com'));
    expect(await accept()).toMatchObject({ errors: [{ code: 'LINK_USED' }] });
    const mails = await builder.mails('team.send-invitation');
    expect(mails).toEqual([
      expect.objectContaining({ to: expect.objectContaining({ address: 'ida.new@example.com' }) }),
    ]);
  });

  test('C4 by somebody else who is signed in, it is still the invited person’s', async () => {
    const { builder, token, identityId } = await invited();
    const nora = await builder.anAdministrator();
    const { data } = await nora.ask(ACCEPT, { input: { token, password, acceptedTermsVersion: '1' } });
    expect(data.acceptInvitation.viewer.id).toBe(identityId);
    const hers = await builder.as('system').row(Identity, sql`row.id = ${nora.identityId}`);
    const { data: signedIn } = await builder
      .stranger()
      .ask('mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }', {
        input: { email: hers!.email, password: thePassword },
      });
    expect(signedIn.signIn.viewer).toEqual({ id: nora.identityId });
  });

  test('C4 of a company’s invitation at another company nothing is known', async () => {
    const { token } = await invited();
    const other = await aCompany();
    expect(
      (await other.stranger().ask(ACCEPT, { input: { token, password, acceptedTermsVersion: '1' } })).codes,
    ).toEqual(['NOT_FOUND']);
  });

  test('C14 of fifty at the same moment exactly one succeeds', async () => {
    const { accept, builder } = await invited();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => accept(undefined, `lavender window ${index}`)),
    );
    expect(answers.filter(({ viewer }) => viewer)).toHaveLength(1);
    expect(answers.filter(({ errors }) => errors[0]?.code === 'LINK_USED')).toHaveLength(49);
    expect(await builder.auditTrail()).toEqual(['team.activated']);
  });

  test('C1 the mail’s link is a path alone: the public address comes from the configuration, not from a request', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const add = 'mutation ($input: AddTeamMemberInput!) { addTeamMember(input: $input) { errors { code } } }';
    await owner.ask(add, {
      input: { firstName: 'Ida', lastName: 'Maes', email: 'ida@example.com', role: 'OWNER' },
    });
    const [mail] = await builder.mails('team.send-invitation');
    expect(mail?.data).toMatchObject({ path: expect.stringMatching(/^\/invitation\/[\w-]+$/) });
  });
});
