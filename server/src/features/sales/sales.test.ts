import { aCompany, type Someone, type TestCompany } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { AccessState, UnitBuyer } from '../access/unit-buyer.entity';
import { Contact } from '../contacts/contact.entity';
import { ProjectAdministrator } from '../projects/project-administrator.entity';
import { TeamMember } from '../team/team-member.entity';
import { LeadStage, UnitLead } from './unit-lead.entity';

const ADD = `mutation ($input: AddLeadToUnitInput!) { addLeadToUnit(input: $input) {
  lead { id stage source note nextStep contact { name } } unit { leads { id } } errors { code field reason } } }`;
const UPDATE = `mutation ($input: UpdateLeadInput!) { updateLead(input: $input) { lead { stage lostReason version } errors { code from to } } }`;
const SELL = `mutation ($input: MarkUnitSoldInput!) { markUnitSold(input: $input) {
  unit { saleState soldAt soldPrice { amount currency } viewerCanMarkSold buyers { isPrimary accessState contact { id name kinds } } leads { stage lostReason contact { name } } }
  errors { code field reason from to } } }`;
const FREE = `mutation ($input: MakeUnitAvailableInput!) { makeUnitAvailable(input: $input) { unit { saleState soldAt } errors { code reason from } } }`;

interface Story {
  builder: TestCompany;
  owner: Someone;
  unitId: string;
  projectId: string;
}

async function aUnitForSale(): Promise<Story> {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const unit = await builder.aUnit({ saleState: 'AVAILABLE' });
  return { builder, owner, unitId: unit.id, projectId: unit.projectId };
}

async function interested({ builder, owner, unitId }: Story, firstName: string) {
  const contact = await builder.aLead({ firstName });
  const { data } = await owner.ask(ADD, { input: { unitId, contactId: contact.id, source: 'Fair' } });
  return { contactId: contact.id, leadId: data.addLeadToUnit.lead.id as string };
}

test('a lead among the contacts is put on a unit, once', async () => {
  const story = await aUnitForSale();
  const { contactId } = await interested(story, 'Lena');
  const again = await story.owner.ask(ADD, { input: { unitId: story.unitId, contactId } });
  expect(again.data.addLeadToUnit.errors).toEqual([
    { code: 'VALIDATION_FAILED', field: ['contactId'], reason: 'alreadyLinked' },
  ]);
  const partner = await story.builder.aPartner();
  const wrong = await story.owner.ask(ADD, { input: { unitId: story.unitId, contactId: partner.id } });
  expect(wrong.data.addLeadToUnit.errors).toMatchObject([{ reason: 'notALead' }]);
});

test('sold to one of its leads, she becomes a customer with the same id and is linked, and the others are lost', async () => {
  const story = await aUnitForSale();
  const buyer = await interested(story, 'Lena');
  await interested(story, 'Marc');
  const { data } = await story.owner.ask(SELL, {
    input: { unitId: story.unitId, buyerLeadId: buyer.leadId, price: '290000', soldOn: '2026-01-15' },
  });
  expect(data.markUnitSold).toEqual({
    unit: {
      saleState: 'SOLD',
      soldAt: expect.stringMatching(/^2026-01-15/),
      soldPrice: { amount: '290000.00', currency: 'EUR' },
      viewerCanMarkSold: false,
      buyers: [
        {
          isPrimary: true,
          accessState: 'NOT_YET_INVITED',
          contact: { id: buyer.contactId, name: 'Lena Vogel', kinds: ['CUSTOMER'] },
        },
      ],
      leads: [
        { stage: 'CONVERTED', lostReason: null, contact: { name: 'Lena Vogel' } },
        { stage: 'LOST', lostReason: 'unit sold', contact: { name: 'Marc Vogel' } },
      ],
    },
    errors: [],
  });
  expect(await story.builder.auditTrail()).toEqual(
    expect.arrayContaining(['lead.converted', 'unit.sold', 'customer.linked']),
  );
});

test('a sale that fails leaves every lead as it was', async () => {
  const story = await aUnitForSale();
  const buyer = await interested(story, 'Lena');
  const { data } = await story.owner.ask(SELL, {
    input: { unitId: story.unitId, buyerLeadId: buyer.leadId, price: '-1' },
  });
  expect(data.markUnitSold.errors).toMatchObject([{ code: 'VALIDATION_FAILED', field: ['price'] }]);
  const { data: after } = await story.owner.ask(
    'query ($id: ID!) { unit(id: $id) { saleState leads { stage contact { kinds } } } }',
    {
      id: story.unitId,
    },
  );
  expect(after.unit).toEqual({
    saleState: 'AVAILABLE',
    leads: [{ stage: 'NEW', contact: { kinds: ['LEAD'] } }],
  });
});

test('a unit is sold once, and of two who sell it at the same time one is refused', async () => {
  const story = await aUnitForSale();
  const both = await Promise.all(
    [1, 2].map(() => story.owner.ask(SELL, { input: { unitId: story.unitId } })),
  );
  const refused = both.filter(({ data }) => data.markUnitSold.errors.length > 0);
  expect(refused).toHaveLength(1);
  expect(refused[0]!.data.markUnitSold.errors).toMatchObject([
    { code: 'INVALID_TRANSITION', from: 'SOLD', to: 'SOLD' },
  ]);
});

test('a lead of another unit is not the buyer of this one', async () => {
  const story = await aUnitForSale();
  const other = await story.builder.aUnit({ saleState: 'AVAILABLE' });
  const { leadId } = await interested({ ...story, unitId: other.id }, 'Lena');
  const { data } = await story.owner.ask(SELL, { input: { unitId: story.unitId, buyerLeadId: leadId } });
  expect(data.markUnitSold.errors).toMatchObject([{ code: 'VALIDATION_FAILED', field: ['buyerLeadId'] }]);
});

test('a sale is undone only once no buyer is linked', async () => {
  const story = await aUnitForSale();
  await story.owner.ask(SELL, { input: { unitId: story.unitId } });
  const contact = await story.builder.aCustomer();
  const buyer = await story.builder.write((tx) =>
    tx.insert(UnitBuyer, { unitId: story.unitId, contactId: contact.id, accessState: AccessState.REVOKED }),
  );
  const locked = await story.owner.ask(FREE, { input: { unitId: story.unitId } });
  expect(locked.data.makeUnitAvailable.errors).toMatchObject([{ code: 'LOCKED', reason: 'hasBuyers' }]);
  await story.builder.write((tx) => tx.delete(UnitBuyer, { id: buyer.id }));
  const { data } = await story.owner.ask(FREE, { input: { unitId: story.unitId } });
  expect(data.makeUnitAvailable).toEqual({ unit: { saleState: 'AVAILABLE', soldAt: null }, errors: [] });
});

test.each([
  [LeadStage.NEW, LeadStage.VISIT, true],
  [LeadStage.NEW, LeadStage.LOST, true],
  [LeadStage.LOST, LeadStage.CONTACTED, true],
  [LeadStage.LOST, LeadStage.VISIT, false],
  [LeadStage.NEW, LeadStage.CONVERTED, false],
  [LeadStage.CONVERTED, LeadStage.NEW, false],
])('a lead goes from %s to %s: %s', async (from, to, allowed) => {
  const story = await aUnitForSale();
  const { leadId } = await interested(story, 'Lena');
  await story.builder.write((tx) => tx.update(UnitLead, leadId, { stage: from }));
  const { data } = await story.owner.ask(UPDATE, {
    input: { id: leadId, version: 1, change: { stage: to } },
  });
  expect(data.updateLead.errors).toEqual(allowed ? [] : [{ code: 'INVALID_TRANSITION', from, to }]);
});

test('I15 of two edits of the same version one is told to load it again', async () => {
  const story = await aUnitForSale();
  const { leadId } = await interested(story, 'Lena');
  const edit = (note: string) =>
    story.owner.ask(UPDATE, { input: { id: leadId, version: 1, change: { note } } });
  const answers = await Promise.all([edit('Called.'), edit('Visited.')]);
  const codes = answers.map(({ data }) => data.updateLead.errors[0]?.code ?? 'done').sort();
  expect(codes).toEqual(['STALE_VERSION', 'done']);
});

test('an administrator manages the leads of his projects and sees no others', async () => {
  const story = await aUnitForSale();
  const { leadId, contactId } = await interested(story, 'Lena');
  const administrator = await story.builder.anAdministrator();
  const change = { input: { id: leadId, version: 1, change: { note: 'Called.' } } };
  expect((await administrator.ask(UPDATE, change)).codes).toEqual(['NOT_FOUND']);
  expect(
    (await administrator.ask('query ($id: ID!) { contact(id: $id) { id } }', { id: contactId })).codes,
  ).toEqual(['NOT_FOUND']);
  await story.builder.write((tx) =>
    tx.insert(ProjectAdministrator, { projectId: story.projectId, teamMemberId: administrator.memberId }),
  );
  expect((await administrator.ask(UPDATE, change)).data.updateLead.errors).toEqual([]);
  expect(
    (await administrator.ask('query ($id: ID!) { contact(id: $id) { name } }', { id: contactId })).data
      .contact.name,
  ).toBe('Lena Vogel');
});

test('A3 another company’s contact or unit is refused as if it did not exist', async () => {
  const story = await aUnitForSale();
  const elsewhere = await aUnitForSale();
  const theirs = await elsewhere.builder.aLead();
  expect(
    (await story.owner.ask(ADD, { input: { unitId: story.unitId, contactId: theirs.id } })).codes,
  ).toEqual(['NOT_FOUND']);
  expect((await story.owner.ask(SELL, { input: { unitId: elsewhere.unitId } })).codes).toEqual(['NOT_FOUND']);
});

test('an administrator who is a buyer elsewhere notes no leads there', async () => {
  const { builder, owner, unitId, projectId } = await aUnitForSale();
  const own = await builder.aProject();
  const administrator = await builder.anAdministrator({ projects: [own] });
  const himself = await builder.aCustomer({ email: null });
  await builder.write(async (tx) => {
    const { identityId, email } = (await tx.row(TeamMember, sql`row.id = ${administrator.memberId}`))!;
    await tx.update(Contact, himself.id, { identityId, email });
    await tx.insert(UnitBuyer, { unitId, contactId: himself.id, accessState: AccessState.ACTIVE });
  });
  const inOwnProject = await builder.aUnit({ projectId: own.id });
  const lead = await builder.aLead();
  await owner.ask(ADD, { input: { unitId: inOwnProject.id, contactId: lead.id } });

  expect((await administrator.ask(`{ unit(id: "${unitId}") { id } }`)).codes).toEqual([]);
  expect((await administrator.ask(ADD, { input: { unitId, contactId: lead.id } })).codes).toEqual([
    'FORBIDDEN',
  ]);
  await builder.write((tx) =>
    tx.insert(ProjectAdministrator, { projectId, teamMemberId: administrator.memberId }),
  );
  expect((await administrator.ask(ADD, { input: { unitId, contactId: lead.id } })).codes).toEqual([]);
});
