import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const server = join(__dirname, '..');
const page = readFileSync(join(server, '../docs/security.md'), 'utf8');

interface Row {
  ids: string[];
  triedIn: string;
  /** Paths of test files below `server`. */
  files: string[];
}

/** The tables of cases. A file without a folder stands beside the one before it. */
const rows: Row[] = [];
for (const line of page.split('\n')) {
  const [, ids = '', , triedIn = ''] = line.split('|').map((cell) => cell.trim());
  if (!/^[A-J]\d+( [A-J]\d+)*$/.test(ids)) continue;
  const files: string[] = [];
  for (const [, named] of triedIn.matchAll(/`([\w/.-]+)`/g)) {
    const path = named!.includes('/') ? named! : join(dirname(files.at(-1) ?? ''), named!);
    files.push(path.startsWith('test/') || path.startsWith('src/') ? path : `src/${path}`);
  }
  rows.push({ ids: ids.split(' '), triedIn, files });
}

/** The names of the tests of a file, each with those of the groups around it. */
function testsIn(file: string): string[] {
  const path = join(server, `${file}.test.ts`);
  const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const names: string[] = [];
  const look = (node: ts.Node, around: string): void => {
    let within = around;
    if (ts.isCallExpression(node) && /^(test|it|describe)\b/.test(node.expression.getText(tree))) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) {
        within = `${around} ${title.text}`;
        if (!node.expression.getText(tree).startsWith('describe')) names.push(within);
      }
    }
    ts.forEachChild(node, (child) => look(child, within));
  };
  look(tree, '');
  return names;
}

test('the page of cases has tables, and every case once', () => {
  const ids = rows.flatMap((row) => row.ids);
  expect(ids.length).toBeGreaterThan(55);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test.each(rows)('$ids: what the page says of it is so', ({ ids, triedIn, files }) => {
  const missing = files.filter((file) => !existsSync(join(server, `${file}.test.ts`)));
  expect(missing).toEqual([]);
  const unnamed = ids.flatMap((id) =>
    files.filter((file) => !testsIn(file).some((name) => name.split(/[\s,:]+/).includes(id))),
  );
  expect(unnamed).toEqual([]);
  // A case without a test says what will bring it.
  if (files.length === 0) expect(triedIn).toMatch(/comes? with/);
});
