import fc from 'fast-check';
import { aCompany, type TestCompany } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { Level, LevelType } from './level.entity';

const MOVE = `mutation ($input: MoveLevelInput!) { moveLevel(input: $input) { errors { reason } } }`;
const ADD = `mutation ($input: AddLevelInput!) { addLevel(input: $input) { level { id } } }`;

const levelsOf = (builder: TestCompany, projectId: string) =>
  builder.as('system').rows(Level, { where: sql`row.project_id = ${projectId}` });

/** What a path must be: the ids on the way from the root down. */
function chainOf(level: Level, byId: Map<string, Level>): string {
  const parent = level.parentId === null ? null : byId.get(level.parentId)!;
  return parent ? `${chainOf(parent, byId)}/${level.id}` : level.id;
}

test('after any sequence of moves every path is the chain of parents', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const { id: projectId } = await builder.aProject();
  const add = async (type: LevelType, parentId: string | null) => {
    const { data } = await owner.ask(ADD, { input: { projectId, parentId, type, name: type } });
    return data.addLevel.level.id as string;
  };
  const ids = [projectId];
  for (const phase of [1, 2]) {
    ids.push(await add(LevelType.PHASE, null));
    ids.push(await add(LevelType.LOT, ids.at(-1)!));
    ids.push(await add(LevelType.BUILDING, ids.at(-1)!));
    ids.push((await builder.aUnit({ projectId, parentId: ids.at(-1)!, number: `U${phase}` })).id);
  }
  const anyMove = fc.record(
    {
      id: fc.constantFrom(...ids),
      parentId: fc.option(fc.constantFrom(...ids)),
      position: fc.option(fc.nat(4)),
    },
    { requiredKeys: ['id'] },
  );

  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { maxLength: 12 }), async (moves) => {
      for (const input of moves) expect((await owner.ask(MOVE, { input })).codes).toEqual([]);
      const levels = await levelsOf(builder, projectId);
      const byId = new Map(levels.map((level) => [level.id, level]));
      expect(levels).toHaveLength(ids.length);
      for (const level of levels) expect(level.path).toBe(chainOf(level, byId));
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('of moves that meet, none leaves a path that is half old', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const { id: projectId } = await builder.aProject();
  const add = async (type: LevelType, parentId: string | null) => {
    const { data } = await owner.ask(ADD, { input: { projectId, parentId, type, name: type } });
    return data.addLevel.level.id as string;
  };
  const phases = [await add(LevelType.PHASE, null), await add(LevelType.PHASE, null)];
  const lot = await add(LevelType.LOT, phases[0]!);
  const building = await add(LevelType.BUILDING, lot);
  await Promise.all(
    Array.from({ length: 20 }, (_, turn) =>
      owner.ask(MOVE, {
        input:
          turn % 2
            ? { id: lot, parentId: phases[turn % 4 === 1 ? 0 : 1] }
            : { id: building, parentId: turn % 4 ? lot : null },
      }),
    ),
  );
  const levels = await levelsOf(builder, projectId);
  const byId = new Map(levels.map((level) => [level.id, level]));
  for (const level of levels) expect(level.path).toBe(chainOf(level, byId));
});
