import { setTimeout as after } from 'node:timers/promises';
import { aCompany, type Answer, type Colleague, type TestCompany } from '../../../test/world';
import { LinkPurpose } from '../identities/login-link.entity';
import { sql } from '../../platform/database/sql';
import type { Transaction } from '../../platform/request-context';
import { AccessService } from './access.service';
import { RemovalService } from './removal.service';
import { AccessState, UnitBuyer } from './unit-buyer.entity';

const GRANT = `mutation ($input: GrantAccessInput!) { grantAccess(input: $input) {
  buyers { id accessState } errors { code field } } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  viewer { homes { id } } errors { code reason } } }`;
const LINK = `mutation ($input: LinkCustomerInput!) { linkCustomer(input: $input) { buyer { id } errors { code reason } } }`;
const UPDATE = `mutation ($input: UpdateContactInput!) { updateContact(input: $input) {
  contact { email } emailNeedsConfirmation errors { code } } }`;

interface Story {
  builder: TestCompany;
  owner: Colleague;
  contactId: string;
  identityId: string;
  /** Two sold units of which she is the buyer. */
  buyers: UnitBuyer[];
}

async function aBuyerOfTwo(accessState: AccessState): Promise<Story> {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const contact = await builder.aCustomer();
  const units = [await builder.aUnit({ saleState: 'SOLD' }), await builder.aUnit({ saleState: 'SOLD' })];
  const buyers = await builder.write((tx) =>
    Promise.all(
      units.map(({ id }) => tx.insert(UnitBuyer, { unitId: id, contactId: contact.id, accessState })),
    ),
  );
  return { builder, owner, contactId: contact.id, identityId: contact.identityId!, buyers };
}

/** Until a statement waits for a lock. */
async function somebodyWaits(builder: TestCompany): Promise<void> {
  for (let waited = 0; waited < 3000; waited += 50) {
    const found = await builder
      .as('system')
      .select(
        sql`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
    if (found.length > 0) return;
    await after(50);
  }
}

/** The owner's command has done its work but not committed yet, when the other one is asked. */
async function meanwhile(
  { builder, owner }: Story,
  command: (tx: Transaction) => Promise<unknown>,
  other: () => Promise<Answer>,
): Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  await builder.as(await owner.viewer()).inTransaction(async (tx) => {
    await command(tx);
    answer = other();
    await Promise.race([answer, somebodyWaits(builder)]);
  });
  return answer!;
}

const statesOf = async ({ builder, buyers }: Story) => {
  const rows = await builder.as('system').rows(UnitBuyer);
  return buyers.map(({ id }) => rows.find((row) => row.id === id)?.accessState);
};

const access = new AccessService();

async function invited(): Promise<Story & { accept: () => Promise<Answer> }> {
  const story = await aBuyerOfTwo(AccessState.NOT_YET_INVITED);
  await story.owner.ask(GRANT, { input: { buyerIds: story.buyers.map(({ id }) => id) } });
  const token = await story.builder.tokenFor(story.identityId, LinkPurpose.INVITATION);
  const input = { token, password: 'a calm house by the river', acceptedTermsVersion: '1' };
  return { ...story, accept: () => story.builder.stranger().ask(ACCEPT, { input }) };
}

test('accepting an invitation opens no home that is being revoked at that moment', async () => {
  const story = await invited();
  const [first, second] = story.buyers;
  const { data } = await meanwhile(story, (tx) => access.revoke(tx, first!.id, false), story.accept);
  expect(data.acceptInvitation).toEqual({ viewer: { homes: [{ id: second!.unitId }] }, errors: [] });
  expect(await statesOf(story)).toEqual([AccessState.REVOKED, AccessState.ACTIVE]);
});

test('an invitation that is being withdrawn with its last home cannot be accepted any more', async () => {
  const story = await invited();
  const [first, second] = story.buyers;
  await story.builder.write((tx) => tx.delete(UnitBuyer, { id: second!.id }));
  const { data } = await meanwhile(story, (tx) => access.cancel(tx, first!.id), story.accept);
  expect(data.acceptInvitation.errors).toMatchObject([{ code: 'LINK_USED' }]);
});

test('an address that she begins to sign in with at that moment changes only once she confirms it', async () => {
  const story = await invited();
  const { data } = await story.owner.ask('query ($id: ID!) { contact(id: $id) { version } }', {
    id: story.contactId,
  });
  const input = { id: story.contactId, version: data.contact.version, change: { email: 'new@example.com' } };
  const [accepted, changed] = await Promise.all([story.accept(), story.owner.ask(UPDATE, { input })]);
  const { emailNeedsConfirmation } = changed.data.updateContact;
  // Whichever came first, the other knew of it.
  expect(accepted.data.acceptInvitation.errors.length === 0).toBe(emailNeedsConfirmation);
});

test('whoever is being removed from her last home is linked to no other as a customer', async () => {
  const story = await aBuyerOfTwo(AccessState.REVOKED);
  const [first, second] = story.buyers;
  await story.builder.write((tx) => tx.delete(UnitBuyer, { id: second!.id }));
  const removal = new RemovalService(() => []);
  const wishes = { confirmName: 'Sofie Lambrecht', makeUnitAvailable: false };
  const { data } = await meanwhile(
    story,
    (tx) => removal.remove(tx, first!.id, wishes),
    () => story.owner.ask(LINK, { input: { unitId: second!.unitId, contactId: story.contactId } }),
  );
  expect(data.linkCustomer.errors).toMatchObject([{ reason: 'notACustomer' }]);
});

test('two owners who grant the same homes in another order do not wait for each other for ever', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const story = await aBuyerOfTwo(AccessState.NOT_YET_INVITED);
    const ids = story.buyers.map(({ id }) => id);
    const answers = await Promise.all(
      [ids, [...ids].reverse()].map((buyerIds) => story.owner.ask(GRANT, { input: { buyerIds } })),
    );
    const codes = answers.flatMap(({ data }) =>
      data.grantAccess.errors.map(({ code }: { code: string }) => code),
    );
    expect(codes).toEqual(['INVALID_TRANSITION', 'INVALID_TRANSITION']);
    expect(await statesOf(story)).toEqual([AccessState.INVITED, AccessState.INVITED]);
  }
});

test('the same home twice, in whatever letters, is granted once, and a refusal names its own place', async () => {
  const { builder, owner, buyers } = await aBuyerOfTwo(AccessState.NOT_YET_INVITED);
  const nameless = await builder.aCustomer({ email: null });
  const without = await builder.write((tx) =>
    tx.insert(UnitBuyer, { unitId: buyers[0]!.unitId, contactId: nameless.id }),
  );
  const buyerIds = [buyers[0]!.id, buyers[0]!.id.toUpperCase(), buyers[0]!.id, without.id];
  const { data } = await owner.ask(GRANT, { input: { buyerIds } });
  expect(data.grantAccess).toEqual({
    buyers: [{ id: buyers[0]!.id, accessState: 'INVITED' }],
    errors: [{ code: 'VALIDATION_FAILED', field: ['buyerIds', '3', 'email'] }],
  });
  expect(await builder.outbox('access.send-invitation')).toHaveLength(1);
});
