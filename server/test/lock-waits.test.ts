import { setTimeout as after } from 'node:timers/promises';
import { Client } from 'pg';
import { Identity } from '../src/features/identities/identity.entity';
import { Project } from '../src/features/projects/project.entity';
import { sql } from '../src/platform/database/sql';
import { theServer } from './http';
import { aCompany, theProduct, type Answer, type TestCompany } from './world';

const ADD = `mutation ($input: AddLevelInput!) { addLevel(input: $input) { level { id } errors { code reason message } } }`;
const levelNamed = (projectId: string, name: string) => ({ input: { projectId, type: 'BUILDING', name } });

/** The owner of the database, who may lay snares. */
async function asDatabaseOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const { database } = await theProduct();
  const client = new Client(database.ownerUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What the time limit of a statement does to one that waits for a lock, only sooner. */
async function endWhoeverWaits(builder: TestCompany): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const ended = await builder.as('system').select(sql`
      SELECT pg_cancel_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    if (ended.length > 0) return;
    await after(50);
  }
  throw new Error('Nobody waited.');
}

test('a command that waited too long for another is told to try again, and has done nothing', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const { id } = await builder.aProject();
  let answer: Promise<Answer> | undefined;
  await builder.write(async (tx) => {
    await tx.lock(Project, id);
    await tx.row(Project, sql`row.id = ${id}`);
    answer = owner.ask(ADD, levelNamed(id, 'Block A'));
    await endWhoeverWaits(builder);
    await answer;
  });
  expect((await answer!).data.addLevel).toEqual({
    level: null,
    errors: [{ code: 'CONFLICT', reason: 'busy', message: expect.any(String) }],
  });
  expect((await owner.ask(ADD, levelNamed(id, 'Block A'))).data.addLevel.errors).toEqual([]);
});

test.each([
  ['a time limit', '57014'],
  ['a lock that is not to be had', '55P03'],
  ['a deadlock', '40P01'],
  ['a serialization failure', '40001'],
])('%s is an answer that says: try again', async (_what, code) => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const { id } = await builder.aProject();
  await asDatabaseOwner((client) =>
    client.query(`CREATE FUNCTION snare() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN RAISE EXCEPTION 'snared' USING ERRCODE = '${code}'; END $$;
                  CREATE TRIGGER snare BEFORE INSERT ON levels FOR EACH ROW EXECUTE FUNCTION snare()`),
  );
  try {
    const { data } = await owner.ask(ADD, levelNamed(id, 'Block A'));
    expect(data.addLevel.errors).toMatchObject([{ code: 'CONFLICT', reason: 'busy' }]);
    expect(data.addLevel.errors[0].message).not.toContain('snared');
  } finally {
    await asDatabaseOwner((client) => client.query('DROP TRIGGER snare ON levels; DROP FUNCTION snare()'));
  }
});

test('whoever is being changed by a slow command is answered meanwhile', async () => {
  const site = await theServer();
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const stale = `UPDATE sessions SET last_seen_at = now() - interval '5 minutes' WHERE company_id = $1`;
  await builder.write((tx) => tx.execute(stale, [builder.id]));
  await builder.write(async (tx) => {
    await tx.lock(Identity, owner.identityId!);
    const soon = await Promise.race([
      site.graphql('{ viewer { id } }', { by: owner }),
      after(5_000, null, { ref: false }),
    ]);
    expect(soon).toMatchObject({ json: { data: { viewer: { id: owner.identityId } } } });
  });
  // Once she is free again she is seen again.
  await site.graphql('{ viewer { id } }', { by: owner });
  const [seen] = await builder.write((tx) =>
    tx.execute<{ recently: boolean }>(
      `SELECT last_seen_at > now() - interval '1 minute' AS recently FROM sessions WHERE company_id = $1`,
      [builder.id],
    ),
  );
  expect(seen).toEqual({ recently: true });
});
