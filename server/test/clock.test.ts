import { LinkPurpose } from '../src/features/identities/login-link.entity';
import { issueLink } from '../src/features/identities/links';
import { TeamMemberState } from '../src/features/team/team-member.entity';
import { sql } from '../src/platform/database/sql';
import { aCompany, type Someone } from './world';

const STATE = 'query ($token: String!) { invitationLink(token: $token) { state } }';
const day = 24 * 3_600_000;

afterEach(() => jest.restoreAllMocks());

/** The clock of this server goes wrong, as one that was corrected or that nobody sets; the database's does not. */
function shiftClock(days: number): void {
  const now = Date.now.bind(Date);
  jest.spyOn(Date, 'now').mockImplementation(() => now() + days * day);
}

async function anInvitation(issuedWithShift = 0) {
  const builder = await aCompany();
  const { identityId } = await builder.aTeamMember({ state: TeamMemberState.INVITED });
  shiftClock(issuedWithShift);
  await builder.write((tx) => issueLink(tx, identityId, LinkPurpose.TEAM_INVITATION));
  jest.restoreAllMocks();
  const token = await builder.tokenFor(identityId, LinkPurpose.TEAM_INVITATION);
  const expires = (moment: string) =>
    builder.write((tx) =>
      tx.execute(`UPDATE login_links SET expires_at = now() + $2::interval WHERE company_id = $1`, [
        builder.id,
        moment,
      ]),
    );
  const daysLeft = async () => {
    const [link] = await builder.as('system').select<{ days: number }>(
      sql`SELECT round(extract(epoch FROM expires_at - now()) / 86400)::int AS days FROM login_links
           WHERE company_id = ${builder.id}`,
    );
    return link!.days;
  };
  return { expires, daysLeft, state: () => stateFor(builder.stranger(), token) };
}

const stateFor = async (stranger: Someone, token: string) =>
  (await stranger.ask(STATE, { token })).data.invitationLink.state as string;

test('I16 a link does not expire early because a server’s clock is ahead, and lives no longer because it is behind', async () => {
  const { state, expires } = await anInvitation();
  shiftClock(30);
  expect(await state()).toBe('OPEN');
  jest.restoreAllMocks();
  await expires('-1 second');
  shiftClock(-30);
  expect(await state()).toBe('EXPIRED');
});

test.each([-30, 30])(
  'I16 a link made where the clock is %d days wrong lives its fourteen days',
  async (days) => {
    const { state, daysLeft } = await anInvitation(days);
    expect([await state(), await daysLeft()]).toEqual(['OPEN', 14]);
  },
);

test('I16 a session lives and ends by the clock of the database', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  shiftClock(400);
  expect((await owner.ask('{ viewer { id } }')).data.viewer).toBeTruthy();
  await builder.write((tx) =>
    tx.execute(`UPDATE sessions SET last_seen_at = now() - interval '400 days' WHERE company_id = $1`, [
      builder.id,
    ]),
  );
  jest.restoreAllMocks();
  shiftClock(-400);
  expect((await owner.ask('{ viewer { id } }')).data.viewer).toBeNull();
});
