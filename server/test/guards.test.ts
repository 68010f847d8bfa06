import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findGuards } from '../../scripts/guards/guards.mjs';

/** What the code of a feature that nobody has thought of is without each of its guards. */
function withoutEach(code: string, file = 'index.ts'): string[] {
  const root = mkdtempSync(join(tmpdir(), 'portico-guards-'));
  const folder = join(root, 'server/src/features/dreams');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), code);
  return findGuards(root).map(
    ({ start, end, replacement }) => code.slice(0, start) + replacement + code.slice(end),
  );
}

test('`npm run mutate:guards` finds the guards of a new feature by itself', () => {
  const rule = `import { isOwner } from '../../platform/permissions';\nexport const map = { Query: { dreams: isOwner } };`;
  expect(withoutEach(rule)).toEqual([rule.replace(': isOwner', ': mutantAnyone')]);

  const reason =
    'sees(Dream, "her own", ({ id }) => sql`row.company_id = mine.company_id AND row.owner_id = ${id}`)';
  expect(withoutEach(reason)).toEqual([
    `sees(Dream, "her own", () => mutantRaw('TRUE'))`,
    reason.replace('row.company_id = mine.company_id', 'TRUE'),
    reason.replace('row.owner_id = ${id}', 'TRUE'),
  ]);

  const refusal = 'if (!dream || dream.isOver) throw notFound();';
  expect(withoutEach(refusal)).toEqual([
    'if (false || dream.isOver) throw notFound();',
    'if (!dream || false) throw notFound();',
  ]);
  expect(withoutEach('await refuseNightmares(dream);')).toEqual([';']);
  expect(withoutEach('const mayDream = ({ roles }) => roles.size > 0;')).toEqual([
    'const mayDream = ({ roles }) => true;',
  ]);
  expect(withoutEach('const price = mayKnow ? dream.price : null;', 'dream.resolver.ts')).toEqual([
    'const price = true ? dream.price : null;',
  ]);
});

test('and those of the product: rules, reasons, conditions, policies, refusals, limits', () => {
  const guards = findGuards(join(__dirname, '../..'));
  const kinds = new Set(guards.map(({ kind }) => kind));
  for (const kind of [
    'shield rule',
    'visibility',
    'condition',
    'policy',
    'refusal',
    'guard',
    'predicate',
    'field',
  ])
    expect(kinds).toContain(kind);
  const all = guards.map(({ what }) => what).join('\n');
  for (const known of [
    'contacts: isTeamMember is open to anybody',
    'chain without writesForHerself',
    'without { Query: { _entities: onlyReferences } }',
    'without s.token_digest = ${tokenDigest}',
    'without s.ended_at IS NULL',
    'nobody is refused for !tokens.matches(token, link.tokenDigest)',
    'nobody is refused for !purposes.includes(link.purpose)',
    'the table contacts without its policy',
    'csrfPrevention: false',
    'a change whose version nobody compares',
    'without refuseOtherSites(app, config)',
    'without seenBy(entity, actor)',
  ])
    expect(all).toContain(known);
  expect(guards.length).toBeGreaterThan(400);
});
