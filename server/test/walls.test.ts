import { Client } from 'pg';
import { features } from '../src/app/features';
import { createSchema } from '../src/app/schema';
import { AccessState, UnitBuyer } from '../src/features/access/unit-buyer.entity';
import { ProjectAdministrator } from '../src/features/projects/project-administrator.entity';
import { Space } from '../src/features/projects/space.entity';
import { UnitLead } from '../src/features/sales/unit-lead.entity';
import { everyQuestionAbout } from './questions';
import { rowSecurity } from './row-security';
import { aCompany, acceptedPassword, theProduct, type Someone, type TestCompany } from './world';

/** The same attacks, with both walls and with each of them alone. */
const walls = ['with both walls', 'with shield off', 'with row-level security off'] as const;

interface Victim {
  company: TestCompany;
  ids: string[];
  /** Text that stands in this company’s rows and nowhere else. */
  secrets: string[];
}

const mark = 'Xylophoria';

async function aVictim(): Promise<Victim> {
  const company = await aCompany({ name: `${mark} Homes` });
  const owner = await company.anOwner({ lastName: `${mark}-Owner` });
  const administrator = await company.anAdministrator({ lastName: `${mark}-Admin` });
  const project = await company.aProject({ name: `${mark} Park` });
  const building = await company.aBuilding({ projectId: project.id, name: `${mark} Block` });
  const unit = await company.aUnit({ projectId: project.id, number: `${mark}-1`, saleState: 'SOLD' });
  const contact = await company.aCustomer({ lastName: mark, passwordHash: acceptedPassword });
  const lead = await company.aLead({ lastName: `${mark}-Lead` });
  const rows = await company.write(async (tx) => [
    await tx.insert(ProjectAdministrator, { projectId: project.id, teamMemberId: administrator.memberId }),
    await tx.insert(UnitBuyer, { unitId: unit.id, contactId: contact.id, accessState: AccessState.REVOKED }),
    await tx.insert(UnitLead, { unitId: unit.id, contactId: lead.id }),
    await tx.insert(Space, {
      projectId: project.id,
      name: mark,
      kind: 'PARKING',
      currency: 'EUR',
    } as Partial<Space>),
  ]);
  const named = [
    project.id,
    building.id,
    unit.id,
    contact.id,
    lead.id,
    owner.memberId,
    administrator.memberId,
  ];
  return {
    company,
    ids: [company.id, ...named, ...rows.map(({ id }) => id), owner.sessionId!],
    secrets: [mark, ...named.slice(1)],
  };
}

/** All that a company’s rows say, in one text. */
async function contentOf({ id }: TestCompany): Promise<string> {
  const { database } = await theProduct();
  const client = new Client(database.ownerUrl);
  await client.connect();
  try {
    await client.query(`SELECT set_config('app.company_id', $1, false)`, [id]);
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'company_id' ORDER BY 1`,
    );
    const content: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(
        `SELECT row::text AS text FROM "${name}" row WHERE company_id = $1 ORDER BY id`,
        [id],
      );
      content.push(name, ...rows.map(({ text }) => text));
    }
    return content.join('\n');
  } finally {
    await client.end();
  }
}

describe.each(walls)('%s', (wall) => {
  beforeAll(async () => {
    await theProduct();
    if (wall === 'with row-level security off') await rowSecurity('DISABLE');
  });
  afterAll(async () => {
    if (wall === 'with row-level security off') await rowSecurity('ENABLE');
  });

  test('A1 A2 A3 A5 A6 no operation with another company’s ids shows, counts or changes anything of it', async () => {
    const { schema: shielded } = await theProduct();
    const schema = wall === 'with shield off' ? createSchema(features, { unguarded: true }) : shielded;
    const { company: victim, ids, secrets } = await aVictim();
    const before = await contentOf(victim);
    const attacker = await aCompany();
    const unit = await attacker.aUnit({ saleState: 'SOLD' });
    const customer = await attacker.aCustomer({ passwordHash: acceptedPassword });
    await attacker.write((tx) =>
      tx.insert(UnitBuyer, { unitId: unit.id, contactId: customer.id, accessState: AccessState.ACTIVE }),
    );
    const people: (() => Promise<Someone>)[] = [
      () => attacker.anOwner(),
      () => attacker.anAdministrator(),
      () => attacker.signedIn(customer.identityId!),
    ];
    let asked = 0;
    for (const person of people) {
      for (const id of ids) {
        // A person of its own for each id: signing out or changing a role must not end the attack.
        const someone = await person();
        for (const { name, text } of everyQuestionAbout(schema, id, { depth: 1 })) {
          if (['signOut', 'startImpersonation'].includes(name)) continue;
          const answer = JSON.stringify(await someone.ask(text, {}, schema));
          asked += 1;
          const shown = secrets.filter((secret) => answer.includes(secret));
          expect({ wall, text, shown }).toEqual({ wall, text, shown: [] });
        }
      }
    }
    expect(asked).toBeGreaterThan(1500);
    expect(await contentOf(victim)).toBe(before);
  }, 300_000);
});

test('with row-level security alone, a statement that forgets the company finds nothing of another', async () => {
  const { company: victim } = await aVictim();
  const attacker = await aCompany();
  await attacker.aCustomer();
  const found = await attacker.write((tx) =>
    tx.execute<{ company: string }>('SELECT DISTINCT company_id AS company FROM contacts', []),
  );
  expect(found).toEqual([{ company: attacker.id }]);
  await expect(
    attacker.write((tx) =>
      tx.execute('INSERT INTO partner_companies (company_id, id, name) VALUES ($1, gen_random_uuid(), $2)', [
        victim.id,
        'Intruder',
      ]),
    ),
  ).rejects.toThrow(/row-level security/);
});

test('J8 the application can neither change nor delete the audit log', async () => {
  const company = await aCompany();
  for (const statement of ['UPDATE audit_events SET action = action', 'DELETE FROM audit_events']) {
    await expect(company.write((tx) => tx.execute(statement, []))).rejects.toThrow(/permission denied/);
  }
});

test('a link between two companies cannot be written, whatever the code does', async () => {
  const theirs = await (await aCompany()).aUnit();
  const ours = await aCompany();
  const contact = await ours.aCustomer();
  await expect(
    ours.write((tx) => tx.insert(UnitBuyer, { unitId: theirs.id, contactId: contact.id })),
  ).rejects.toThrow(/foreign key/);
});
