import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { configurationPage } from './configuration-page.mjs';
import { iconModules } from './icons.mjs';
import { commandOf, root, runNode, Told } from './run.mjs';

const configuration = 'docs/configuration.md';
const icons = 'web/src/ui/icons';
const operations = 'server/src/app/client-operations.ts';

/** Writes everything that is derived from the code and kept in the repository. */
export async function generate() {
  await ensureBuilt(['server/dist']);
  await must('The schema could not be printed', ['server/dist/app/print-schema.js']);
  await must('The documents could not be generated', [
    commandOf('@graphql-codegen/cli', 'graphql-codegen'),
    '--silent',
  ]);
  writeFileSync(join(root, configuration), configurationPage());
  writeIcons(join(root, icons));
  writeFileSync(join(root, operations), operationNames());
}

/** What the client's questions and commands are called, for a server that counts them by name. */
function operationNames() {
  const documents = readFileSync(join(root, 'web/src/gql/graphql.ts'), 'utf8');
  const names = [...documents.matchAll(/"kind":"OperationDefinition",[^{}]*"name":\{[^{}]*"value":"(\w+)"/g)];
  const lines = names.map(([, name]) => `  '${name}',`).sort();
  return `// Written by npm run codegen from the documents of the web client.\n\nexport const clientOperations: ReadonlySet<string> = new Set([\n${lines.join('\n')}\n]);\n`;
}

function writeIcons(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [file, text] of iconModules()) writeFileSync(join(folder, file), text);
}

async function must(complaint, args) {
  const { code, output } = await runNode(args, { show: false });
  if (code !== 0) throw new Told(`${complaint}:\n${output}`);
}

const generatedFiles = () => [
  'schema.graphql',
  configuration,
  operations,
  ...['web/src/gql', icons].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  ),
];

const contents = () =>
  new Map(
    generatedFiles()
      .filter((file) => existsSync(join(root, file)))
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );

/** Names the files that a generation would change, and leaves them as they are. */
export async function outdated() {
  const before = contents();
  try {
    await generate();
    const after = contents();
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (file) => before.get(file) !== after.get(file),
    );
    return changed.map((file) => `${file} is out of date: run npm run codegen`);
  } finally {
    for (const file of new Set([...before.keys(), ...generatedFiles()])) {
      if (before.has(file)) writeFileSync(join(root, file), before.get(file));
      else rmSync(join(root, file), { force: true });
    }
  }
}
