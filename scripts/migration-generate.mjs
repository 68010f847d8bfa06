import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { commandOf, main, root, runNode, Told } from './lib/run.mjs';

const folder = 'server/src/migrations';
const migrations = () => readdirSync(join(root, folder));

/** Compares the entities with what the migrations so far make of an empty database, and writes the difference. */
main(async () => {
  const name = process.argv[2];
  if (!/^[A-Z]\w+$/.test(name ?? ''))
    throw new Told('Name the migration: npm run migration:generate -- AddBarns');
  const before = migrations();
  const taken = before.find((file) => file.endsWith(`-${name}.ts`));
  if (taken) throw new Told(`${join(folder, taken)} has this name already.`);
  await ensureInstalled();
  await ensureBuilt(['server/dist']);
  await withAnEmptyDatabase(async (databaseUrl) => {
    const ran = await typeorm(databaseUrl, 'migration:run');
    if (ran.code !== 0) throw new Told(`${ran.output}\nThe migrations so far failed; nothing was written.`);
    const { code, output } = await typeorm(databaseUrl, 'migration:generate', join(folder, name), '--pretty');
    if (code !== 0 && !/No changes in database schema/.test(output))
      throw new Told(`${output}\nThe migration could not be written.`);
  });
  const written = migrations().find((file) => !before.includes(file));
  if (!written)
    return console.log('The migrations make what the entities describe: there is nothing to write.');
  await runNode([commandOf('prettier'), '--write', '--log-level=warn', join(folder, written)]);
  console.log(join(folder, written));
});

function typeorm(databaseUrl, ...args) {
  const typescript = ['--require', '@swc-node/register'];
  return runNode([...typescript, commandOf('typeorm'), ...args, '--dataSource', 'ormconfig.ts'], {
    env: { DATABASE_URL: databaseUrl, SWC_NODE_PROJECT: join(root, 'server/tsconfig.json') },
    show: false,
  });
}

async function withAnEmptyDatabase(work) {
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-migration-'));
  const require = createRequire(join(root, 'package.json'));
  const { startEmbeddedPostgres } = require(join(root, 'server/dist/launch/embedded-postgres.js'));
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, durable: false, log: console.log });
    try {
      await work(postgres.ownerUrl);
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}
