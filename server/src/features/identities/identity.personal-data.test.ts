import { aCompany, acceptedPassword, type TestCompany } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import type { LeavingPerson } from '../../platform/personal-data';
import { TeamMember, TeamMemberState, TeamRole } from '../team/team-member.entity';
import { Identity } from './identity.entity';
import { identityPersonalData } from './identity.personal-data';
import { issueLink } from './links';
import { LinkPurpose, LoginLink } from './login-link.entity';
import { Session } from './session.entity';

async function aBuyerWithALogin(builder: TestCompany): Promise<LeavingPerson> {
  const unit = await builder.aUnit({ saleState: 'SOLD' });
  const sofie = await builder.aBuyer(unit, { email: 'sofie@example.com' });
  const { contactId } = (await sofie.viewer())!;
  await builder.write(async (tx) => {
    const now = new Date().toISOString();
    await tx.update(Identity, sofie.identityId!, {
      lastSeenAt: now,
      termsVersion: '1',
      termsAcceptedAt: now,
      tourFinishedAt: now,
    });
    await issueLink(tx, sofie.identityId!, LinkPurpose.INVITATION);
    await issueLink(tx, sofie.identityId!, LinkPurpose.RESET);
  });
  return {
    contactId: contactId!,
    identityId: sofie.identityId,
    buyerId: unit.id,
    unitId: unit.id,
    lastHome: true,
  };
}

const counted = async (builder: TestCompany, person: LeavingPerson) =>
  Object.fromEntries(
    await Promise.all(
      identityPersonalData.map(
        async ({ kind, count }) => [kind, await count(builder.as('system'), person)] as const,
      ),
    ),
  );

const deleted = (builder: TestCompany, person: LeavingPerson) =>
  builder.write(async (tx) => {
    const counts: Record<string, number> = {};
    for (const data of identityPersonalData) counts[data.kind] = await data.delete(tx, person);
    return counts;
  });

const loginOf = (builder: TestCompany, { identityId }: LeavingPerson) =>
  builder.as('system').row(Identity, sql`row.id = ${identityId}`);

test('with her last home a buyer’s whole login goes, and only her address stays', async () => {
  const builder = await aCompany();
  const person = await aBuyerWithALogin(builder);
  const all = { sessions: 1, invitations: 2, login: 1 };
  expect(await counted(builder, person)).toEqual(all);
  expect(await deleted(builder, person)).toEqual(all);
  expect(await counted(builder, person)).toEqual({ sessions: 0, invitations: 0, login: 0 });
  expect(await builder.as('system').rows(Session)).toEqual([]);
  expect(await builder.as('system').rows(LoginLink)).toEqual([]);
  expect(await loginOf(builder, person)).toMatchObject({
    email: 'sofie@example.com',
    passwordHash: null,
    passwordChangedAt: null,
    lastSeenAt: null,
    termsVersion: null,
    termsAcceptedAt: null,
    tourFinishedAt: null,
  });
});

test('while another home is left, nothing of her login goes', async () => {
  const builder = await aCompany();
  const person = { ...(await aBuyerWithALogin(builder)), lastHome: false };
  expect(await deleted(builder, person)).toEqual({ sessions: 0, invitations: 0, login: 0 });
  expect((await loginOf(builder, person))?.passwordHash).toBe(acceptedPassword);
});

test('who is a colleague as well keeps the login', async () => {
  const builder = await aCompany();
  const person = await aBuyerWithALogin(builder);
  await builder.write((tx) =>
    tx.insert(TeamMember, {
      identityId: person.identityId!,
      email: 'sofie@example.com',
      firstName: 'Sofie',
      lastName: 'Lambrecht',
      sortName: 'lambrecht sofie',
      role: TeamRole.ADMINISTRATOR,
      state: TeamMemberState.ACTIVE,
    }),
  );
  expect(await deleted(builder, person)).toEqual({ sessions: 0, invitations: 0, login: 0 });
  expect((await loginOf(builder, person))?.passwordHash).toBe(acceptedPassword);
});
