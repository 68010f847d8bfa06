import { Client } from 'pg';
import { aCompany, theProduct, type TestCompany } from '../../../test/world';
import { Project } from '../../features/projects/project.entity';
import type { RequestContext, Transaction } from '../request-context';
import { raw, sql } from './sql';

let builder: TestCompany;
beforeEach(async () => {
  builder = await aCompany();
});

const system = () => builder.as('system');
const one = (ctx: RequestContext, value: number) =>
  ctx.select<{ n: number }>(sql`SELECT ${value}::int + 1 AS n`);
const nonsense = (ctx: RequestContext, text = 'no number') => ctx.select(sql`SELECT ${text}::int AS n`);
const projectNames = async () => (await system().rows(Project)).map(({ name }) => name);

async function asOwnerOfDatabase(statement: string): Promise<void> {
  const client = new Client((await theProduct()).database.ownerUrl);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('what is asked together', () => {
  test('is answered each by its own', async () => {
    const ctx = system();
    const answers = await Promise.all([1, 2, 3].map((value) => one(ctx, value)));
    expect(answers).toEqual([[{ n: 2 }], [{ n: 3 }], [{ n: 4 }]]);
  });

  test('fails alone, wherever it stands, and whoever stood behind is answered all the same', async () => {
    const ctx = system();
    const asked = [one(ctx, 1), nonsense(ctx), one(ctx, 2), ctx.select(sql`SELECT nothing`), one(ctx, 3)];
    expect(await Promise.allSettled(asked)).toMatchObject([
      { value: [{ n: 2 }] },
      { reason: { code: '22P02' } },
      { value: [{ n: 3 }] },
      { reason: { code: '42703' } },
      { value: [{ n: 4 }] },
    ]);
    // What has failed is prepared anew, and then answers like any other.
    expect(await nonsense(ctx, '7')).toEqual([{ n: 7 }]);
  });

  test('is read only, and every statement sees the rows of its own company alone', async () => {
    const neighbour = await aCompany();
    await Promise.all([builder.aProject(), neighbour.aProject()]);
    const count = sql`SELECT count(*) AS count FROM projects`;
    const [own, theirs] = [builder, neighbour].map((company) => company.as('system').select(count));
    expect([await own, await theirs]).toEqual([[{ count: 1 }], [{ count: 1 }]]);
    await expect(system().select(sql`UPDATE projects SET name = ''`)).rejects.toMatchObject({
      code: '25006',
    });
  });

  test('answers after every connection was cut', async () => {
    await one(system(), 1);
    const cut = await builder.write((tx) =>
      tx.select(sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'portico-reads'`),
    );
    expect(cut).not.toEqual([]);
    const ctx = system();
    expect(await Promise.all([one(ctx, 1), one(ctx, 2)])).toEqual([[{ n: 2 }], [{ n: 3 }]]);
  });

  test('answers after the table has got another shape', async () => {
    await builder.aProject();
    const everything = () => system().select<{ name: string }>(sql`SELECT row.* FROM projects row`);
    const [before] = await everything();
    await asOwnerOfDatabase('ALTER TABLE projects ADD COLUMN passing text');
    try {
      for (let turn = 0; turn < 8; turn += 1)
        expect(await everything()).toEqual([{ ...before, passing: null }]);
    } finally {
      await asOwnerOfDatabase('ALTER TABLE projects DROP COLUMN passing');
    }
  });
});

describe('what a command writes', () => {
  const anotherOf = (tx: Transaction, project: Project) => tx.insert(Project, { ...project, id: project.id });

  test('is seen by its next question, and by others when it commits', async () => {
    const { id } = await builder.aProject();
    await builder.write(async (tx) => {
      await tx.update(Project, id, { name: 'Changed' });
      expect(await tx.row(Project, sql`row.id = ${id}`)).toMatchObject({ name: 'Changed' });
      expect(await projectNames()).not.toContain('Changed');
    });
    expect(await projectNames()).toContain('Changed');
  });

  test('is nothing when the database refuses a part of it, though nobody waited for that part', async () => {
    const project = await system().row(Project, sql`row.id = ${(await builder.aProject()).id}`);
    const command = builder.write(async (tx) => {
      await tx.update(Project, project!.id, { name: 'Changed' });
      await anotherOf(tx, project!);
      await tx.update(Project, project!.id, { name: 'Changed again' });
    });
    await expect(command).rejects.toMatchObject({ code: '23505' });
    expect(await projectNames()).toEqual([project!.name]);
  });

  test('is not taken for written when a failure was overlooked', async () => {
    const { id, name } = (await system().row(Project, sql`row.id = ${(await builder.aProject()).id}`))!;
    const command = builder.write(async (tx) => {
      await tx.update(Project, id, { name: 'Changed' });
      await nonsense(tx).catch(() => undefined);
    });
    await expect(command).rejects.toMatchObject({ code: '22P02' });
    expect(await projectNames()).toEqual([name]);
  });

  test('fails with the first failure, whatever is asked after it', async () => {
    const told: unknown[] = [];
    const command = builder.write(async (tx) => {
      tx.send(sql`SELECT ${raw('nothing')}`);
      for (const value of [1, 2])
        await one(tx, value).catch((error: { code: string }) => told.push(error.code));
    });
    await expect(command).rejects.toMatchObject({ code: '42703' });
    expect(told).toEqual(['42703', '42703']);
  });

  test('is written before its end or not at all: whatever still runs then reaches no other command', async () => {
    const { id } = await builder.aProject();
    let late: Transaction | undefined;
    const refused = builder.write(async (tx) => {
      late = tx;
      await tx.update(Project, id, { name: 'Changed' });
      throw new Error('Refused.');
    });
    await expect(refused).rejects.toThrow('Refused.');
    await expect(late!.update(Project, id, { name: 'Late' })).rejects.toThrow('This transaction is over.');
    await expect(late!.rows(Project)).rejects.toThrow('This transaction is over.');
    await builder.write((tx) => tx.rows(Project));
    expect(await projectNames()).not.toEqual(expect.arrayContaining(['Changed', 'Late']));
  });

  test('I14 is nothing when its connection is cut, and the next command is served', async () => {
    const { id } = await builder.aProject();
    const before = await projectNames();
    const command = builder.write(async (tx) => {
      await tx.update(Project, id, { name: 'Changed' });
      const [self] = await tx.select<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
      await system().select(sql`SELECT pg_terminate_backend(${self!.pid}::int)`);
    });
    await expect(command).rejects.toThrow(/terminat|connection error/);
    expect(await projectNames()).toEqual(before);
    await builder.write((tx) => tx.update(Project, id, { name: 'Changed' }));
    expect(await projectNames()).toEqual(['Changed']);
  });
});
