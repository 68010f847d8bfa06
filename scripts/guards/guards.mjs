import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { finders } from './guard-kinds.mjs';

const noGuards =
  /(personal-data\.ts|app\/web\.ts|launch\/(?!row-security)|\.test\.ts|migrations\/|app\/demo|mail\/templates\/|\.d\.ts)/;

/**
 * Finds every guard of the server by reading its code, and what the code would be without it. Nothing here names a
 * line, a feature or a table: what is added is found as well.
 */
export function findGuards(root) {
  const src = join(root, 'server/src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => join('server/src', file))
    .filter((file) => file.endsWith('.ts') && !noGuards.test(file))
    .sort();
  const sources = files.map((file) => sourceOf(root, file));
  return sources.flatMap((source) => guardsIn(source, sources));
}

function sourceOf(root, file) {
  const text = readFileSync(join(root, file), 'utf8');
  return { file, text, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) };
}

function guardsIn({ file, text, tree }, all) {
  const found = [];
  const add = (kind, node, replacement, what, append = '') => {
    const [start, end] = Array.isArray(node) ? node : [node.getStart(tree), node.getEnd()];
    const { line } = tree.getLineAndCharacterOfPosition(start);
    found.push({
      kind,
      file,
      line: line + 1,
      start,
      end,
      replacement,
      append,
      what: what.replace(/\s+/g, ' '),
    });
  };
  const context = { file, text, tree, add, imported: importsOf(tree), all };
  const visit = (node) => {
    for (const look of finders) look(node, context);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const seen = new Set();
  return found.filter(({ start, end, replacement }) => {
    const key = `${start} ${end} ${replacement}`;
    return !seen.has(key) && seen.add(key);
  });
}

const importsOf = (tree) =>
  new Map(
    tree.statements.filter(ts.isImportDeclaration).flatMap(({ moduleSpecifier, importClause }) => {
      const names = importClause?.namedBindings;
      return names && ts.isNamedImports(names)
        ? names.elements.map(({ name }) => [name.text, moduleSpecifier.text])
        : [];
    }),
  );
