import { setTimeout as after } from 'node:timers/promises';
import { Client } from 'pg';
import { aCompany, theProduct, type Someone, type TestCompany } from '../../../test/world';
import { repeatRemovals } from '../../app/removals';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { sql } from '../../platform/database/sql';
import { MailDelivery, MailState } from '../../platform/mail/mail-delivery.entity';
import { Contact } from '../contacts/contact.entity';
import { Identity } from '../identities/identity.entity';
import { LinkPurpose } from '../identities/login-link.entity';
import { issueLink } from '../identities/links';
import { Removal } from './removal.entity';
import { AccessState, UnitBuyer } from './unit-buyer.entity';

const REMOVE = `mutation ($input: RemoveCustomerInput!) { removeCustomer(input: $input) {
  unit { saleState buyers { isPrimary version contact { name } } } contact { name kinds saleCancelled }
  deleted { kind count } errors { code field reason from to } } }`;
const PREVIEW = `query ($id: ID!) { unit(id: $id) { buyers { id removalPreview { counts { kind count } endsLogin unitBecomesFree } } } }`;

interface Story {
  builder: TestCompany;
  owner: Someone;
  unitId: string;
  buyerId: string;
  identityId: string;
  contactId: string;
}

/** A revoked customer with a session, a link, mails and a unique name that a scan can look for. */
async function aRevokedCustomer(): Promise<Story> {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const unit = await builder.aUnit({ saleState: 'SOLD' });
  const contact = await builder.aCustomer({
    firstName: 'Quirina',
    lastName: 'Vandersmissen',
    passwordHash: 'accepted by Quirina',
  });
  const identityId = contact.identityId!;
  const buyer = await builder.write((tx) =>
    tx.insert(UnitBuyer, {
      unitId: unit.id,
      contactId: contact.id,
      isPrimary: true,
      accessState: AccessState.ACTIVE,
    }),
  );
  await builder.signedIn(identityId);
  await builder.write(async (tx) => {
    await issueLink(tx, identityId, LinkPurpose.RESET);
    await tx.insert(MailDelivery, {
      identityId,
      template: 'invitation',
      messageId: '<1@x>',
      state: MailState.SENT,
    });
    await tx.update(UnitBuyer, buyer.id, { accessState: AccessState.REVOKED });
  });
  return { builder, owner, unitId: unit.id, buyerId: buyer.id, identityId, contactId: contact.id };
}

/** The tables of the company in whose rows the text stands, read past the product. */
async function scan({ id }: TestCompany, text: string): Promise<string[]> {
  const { database } = await theProduct();
  const client = new Client(database.ownerUrl);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    await client.query(`SELECT set_config('app.company_id', $1, false)`, [id]);
    for (const { name } of tables) {
      const { rows } = await client.query(
        `SELECT 1 FROM "${name}" row WHERE row::text ILIKE '%' || $1 || '%'`,
        [text],
      );
      found.push(...rows.map(() => name));
    }
    return found.sort();
  } finally {
    await client.end();
  }
}

/** Past the product, which cannot. */
async function forget({ id }: TestCompany): Promise<void> {
  const { database } = await theProduct();
  const client = new Client(database.ownerUrl);
  await client.connect();
  await client.query(`SELECT set_config('app.company_id', $1, false)`, [id]);
  await client.query('DELETE FROM removals');
  await client.end();
}

test('the dialog counts beforehand what a removal deletes', async () => {
  const { owner, unitId } = await aRevokedCustomer();
  const { data } = await owner.ask(PREVIEW, { id: unitId });
  const preview = data.unit.buyers[0].removalPreview;
  expect(preview).toMatchObject({ endsLogin: true, unitBecomesFree: true });
  expect(preview.counts).toEqual(expect.arrayContaining([{ kind: 'mails', count: 1 }]));
});

test('J1 removed, she leaves no session, link, mail or password, and one entry with counts stays', async () => {
  const { builder, owner, unitId, buyerId, identityId } = await aRevokedCustomer();
  expect(await scan(builder, identityId)).toEqual(
    expect.arrayContaining(['login_links', 'mail_deliveries', 'sessions']),
  );

  const { data } = await owner.ask(REMOVE, {
    input: { buyerId, confirmName: ' quirina  VANDERSMISSEN ', makeUnitAvailable: true },
  });
  expect(data.removeCustomer).toMatchObject({
    unit: { saleState: 'AVAILABLE', buyers: [] },
    contact: { name: 'Quirina Vandersmissen', kinds: ['LEAD'], saleCancelled: true },
    errors: [],
  });
  // Who the builder knows stays among his contacts; of her portal nothing does.
  expect(await scan(builder, identityId)).toEqual(['contacts', 'identities']);
  expect(await scan(builder, 'accepted by Quirina')).toEqual([]);
  expect(await scan(builder, buyerId)).toEqual([]);
  expect(await scan(builder, 'Vandersmissen')).toEqual(['contacts']);
  const audited = await builder.as('system').rows(AuditEvent);
  expect(audited).toMatchObject([{ action: 'access.removed', objectType: 'Unit', objectId: unitId }]);
  expect(audited[0]!.changes).toEqual(
    expect.arrayContaining([
      { field: 'sessions', before: '1', after: '0' },
      { field: 'saleState', before: 'SOLD', after: 'AVAILABLE' },
    ]),
  );
});

test('a partner who bought a home is a customer no longer when it is gone, but a partner still', async () => {
  const { builder, owner, buyerId, contactId, identityId } = await aRevokedCustomer();
  await builder.write((tx) => tx.update(Contact, contactId, { isPartner: true }));
  const second = await builder.aUnit({ saleState: 'SOLD' });
  const other = await builder.write((tx) => tx.insert(UnitBuyer, { unitId: second.id, contactId }));
  const remove = async (id: string) => {
    const input = { buyerId: id, confirmName: 'Quirina Vandersmissen' };
    return (await owner.ask(REMOVE, { input })).data.removeCustomer.contact;
  };
  expect(await remove(buyerId)).toMatchObject({ kinds: ['CUSTOMER', 'PARTNER'], saleCancelled: false });
  expect(await remove(other.id)).toMatchObject({ kinds: ['PARTNER', 'LEAD'], saleCancelled: true });
  // Her login is not a buyer's alone.
  expect((await builder.signedIn(identityId)).token).not.toBeNull();
});

test('the co-buyer of the same home keeps her login, her home and her rank', async () => {
  const { builder, owner, buyerId, unitId } = await aRevokedCustomer();
  const other = await builder.aCustomer({ firstName: 'Ada', lastName: 'Nys', passwordHash: 'accepted' });
  await builder.write((tx) =>
    tx.insert(UnitBuyer, { unitId, contactId: other.id, accessState: AccessState.ACTIVE, isPrimary: false }),
  );
  const coBuyer = await builder.signedIn(other.identityId!);
  const free = await owner.ask(REMOVE, {
    input: { buyerId, confirmName: 'Quirina Vandersmissen', makeUnitAvailable: true },
  });
  expect(free.data.removeCustomer.errors).toMatchObject([
    { code: 'VALIDATION_FAILED', field: ['makeUnitAvailable'] },
  ]);

  const { data } = await owner.ask(REMOVE, { input: { buyerId, confirmName: 'Quirina Vandersmissen' } });
  expect(data.removeCustomer.unit).toEqual({
    saleState: 'SOLD',
    buyers: [{ isPrimary: true, version: 2, contact: { name: 'Ada Nys' } }],
  });
  expect((await coBuyer.ask('{ viewer { homes { id } } }')).data.viewer.homes).toEqual([{ id: unitId }]);
});

test('whoever keeps another home keeps her login', async () => {
  const { builder, owner, buyerId, contactId, identityId } = await aRevokedCustomer();
  const second = await builder.aUnit({ saleState: 'SOLD' });
  await builder.write((tx) =>
    tx.insert(UnitBuyer, { unitId: second.id, contactId, accessState: AccessState.ACTIVE }),
  );
  const { data } = await owner.ask(REMOVE, { input: { buyerId, confirmName: 'Quirina Vandersmissen' } });
  expect(data.removeCustomer.contact).toMatchObject({ kinds: ['CUSTOMER'], saleCancelled: false });
  const customer = await builder.signedIn(identityId);
  expect((await customer.ask('{ viewer { homes { id } } }')).data.viewer.homes).toEqual([{ id: second.id }]);
});

test.each([AccessState.INVITED, AccessState.ACTIVE])('from %s nobody is removed', async (state) => {
  const { builder, owner, buyerId } = await aRevokedCustomer();
  await builder.write((tx) => tx.update(UnitBuyer, buyerId, { accessState: state }));
  const { data } = await owner.ask(REMOVE, { input: { buyerId, confirmName: 'Quirina Vandersmissen' } });
  expect(data.removeCustomer.errors).toMatchObject([
    { code: 'INVALID_TRANSITION', from: state, to: 'REMOVED' },
  ]);
});

test('with another name typed nothing is deleted', async () => {
  const { builder, owner, buyerId, identityId } = await aRevokedCustomer();
  const { data } = await owner.ask(REMOVE, { input: { buyerId, confirmName: 'Quirina' } });
  expect(data.removeCustomer.errors).toMatchObject([
    { code: 'VALIDATION_FAILED', field: ['confirmName'], reason: 'mismatch' },
  ]);
  expect(await scan(builder, identityId)).toContain('sessions');
});

test('J1 where an older backup brings her back she is removed again, and her co-buyer notices nothing', async () => {
  const { builder, owner, unitId, buyerId, identityId, contactId } = await aRevokedCustomer();
  const other = await builder.aCustomer({ firstName: 'Ada', lastName: 'Nys', passwordHash: 'accepted' });
  const beside = await builder.write((tx) =>
    tx.insert(UnitBuyer, { unitId, contactId: other.id, accessState: AccessState.ACTIVE }),
  );
  const coBuyer = await builder.signedIn(other.identityId!);
  const { data } = await owner.ask(REMOVE, { input: { buyerId, confirmName: 'Quirina Vandersmissen' } });
  expect(data.removeCustomer.errors).toEqual([]);
  await builder.work('access.note-removal');
  const returns = () =>
    builder.write(async (tx) => {
      await tx.update(Contact, contactId, { isCustomer: true, isLead: false, saleCancelled: false });
      await tx.update(Identity, identityId, { passwordHash: 'accepted by Quirina' });
      await tx.insert(UnitBuyer, { id: buyerId, unitId, contactId, accessState: AccessState.ACTIVE });
      await issueLink(tx, identityId, LinkPurpose.RESET);
    });
  const again = () => repeatRemovals(builder.as('system'));
  const gone = async () => {
    expect(await scan(builder, identityId)).toEqual(['contacts', 'identities']);
    expect(await scan(builder, 'accepted by Quirina')).toEqual([]);
    expect(await scan(builder, buyerId)).toEqual([]);
    expect(await builder.as('system').rows(UnitBuyer)).toMatchObject([{ id: beside.id, isPrimary: true }]);
    expect((await coBuyer.ask('{ viewer { homes { id } } }')).data.viewer.homes).toEqual([{ id: unitId }]);
  };

  expect(await again()).toBe(0);
  await returns();
  expect(await again()).toBe(1);
  await gone();

  // As if the database had been lost with the list in it: another lies beside the files.
  await forget(builder);
  await returns();
  expect(await again()).toBe(1);
  await gone();
});

test('a removal says nothing about whom it removed, and the application can neither change nor delete it', async () => {
  const { builder, owner, buyerId } = await aRevokedCustomer();
  await owner.ask(REMOVE, { input: { buyerId, confirmName: 'Quirina Vandersmissen' } });
  const [removal] = await builder.as('system').rows(Removal);
  expect(removal).toMatchObject({ buyerDigest: expect.stringMatching(/^[0-9a-f]{64}$/), unitFreed: false });
  await expect(builder.write((tx) => tx.delete(Removal, { id: removal!.id }))).rejects.toThrow(
    'permission denied',
  );
  await expect(
    builder.write((tx) => tx.execute('UPDATE removals SET unit_freed = true', [])),
  ).rejects.toThrow('permission denied');
});

test('J3 a removal whose connection is cut in the middle has deleted nothing, and can be done again', async () => {
  const { builder, owner, buyerId, identityId } = await aRevokedCustomer();
  const input = { buyerId, confirmName: 'Quirina Vandersmissen' };
  const before = await scan(builder, identityId);
  let removal: Promise<unknown> | undefined;
  await builder.write(async (tx) => {
    // What it deletes late is held, so that it stands still with the rest deleted.
    await tx.execute('SELECT 1 FROM unit_buyers WHERE company_id = $1 AND id = $2 FOR KEY SHARE', [
      builder.id,
      buyerId,
    ]);
    removal = owner.ask(REMOVE, { input }).catch((error: unknown) => error);
    await cutWhoeverWaits(builder);
    expect(await removal).toBeInstanceOf(Error);
  });
  expect(await scan(builder, identityId)).toEqual(before);
  expect((await builder.as('system').rows(AuditEvent)).map(({ action }) => action)).not.toContain(
    'access.removed',
  );

  expect((await owner.ask(REMOVE, { input })).data.removeCustomer.errors).toEqual([]);
  expect(await scan(builder, identityId)).toEqual(['contacts', 'identities']);
});

async function cutWhoeverWaits(builder: TestCompany): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const cut = await builder.as('system').select(sql`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    if (cut.length > 0) return;
    await after(50);
  }
  throw new Error('Nobody waited.');
}

test('A2 another company’s buyer cannot be removed', async () => {
  const { builder, buyerId, identityId } = await aRevokedCustomer();
  const stranger = await (await aCompany()).anOwner();
  const { codes } = await stranger.ask(REMOVE, { input: { buyerId, confirmName: 'Quirina Vandersmissen' } });
  expect(codes).toEqual(['NOT_FOUND']);
  expect(await scan(builder, identityId)).toContain('sessions');
});
