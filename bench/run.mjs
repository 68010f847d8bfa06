import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, Told } from '../scripts/lib/run.mjs';
import { seed, startDatabase } from './lib/database.mjs';
import { proveEqual } from './lib/equality.mjs';
import { measureGrowth } from './lib/growth.mjs';
import { startLoad } from './lib/load.mjs';
import { prepareOperations } from './lib/operations.mjs';
import { readOptions } from './lib/options.mjs';
import { signIn } from './lib/people.mjs';
import { asJson, asTable, inShort } from './lib/report.mjs';
import { timeOperation } from './lib/rounds.mjs';
import { contactsOf, sizes, unitsOf } from './lib/sizes.mjs';
import { soak } from './lib/soak.mjs';
import { variants } from './lib/variants.mjs';

const options = readOptions(process.argv.slice(2));
/** The figures go to the standard output, all else to the other one. */
const say = (line) => console.error(line);
const running = [];
const folders = [];

main(async () => {
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void stopAll().then(() => process.exit(1)));
  try {
    await bench();
  } finally {
    await stopAll();
  }
});

async function bench() {
  const size = sizes[options.size];
  const database = keep(await startDatabase(folder()));
  const seconds = await seed(database, size);
  say(`· ${contactsOf(size)} contacts and ${unitsOf(size)} units in ${seconds.toFixed(1)} s`);
  const people = await signIn(database, size);
  const operations = (await prepareOperations(database, size, people)).filter(
    ({ name }) => !options.only || options.only.includes(name),
  );
  if (!operations.length) throw new Told('There is no such operation.');

  const started = {};
  for (const name of options.variants) {
    say(`· Starting ${name}`);
    const variant = variants[name];
    started[name] = { variant, running: keep(await variant.start(database, { ...options, people })) };
  }
  const { answers, refusals } = await proveEqual(started, database, operations, people);
  say(`· ${answers} answers are equal in all variants, ${refusals} of them refusals`);

  const load = keep(await startLoad(database.dataDir));
  const results = [];
  for (const operation of operations) {
    const settings = { ...options, dataDir: database.dataDir, postgresPid: database.pid };
    results.push(await timeOperation(load, started, operation, settings));
    say(`· ${operation.name}: ${inShort(results.at(-1))}`);
  }
  console.log(options.json ? asJson(results) : asTable(results));

  if (!started.portico) return;
  /** What is not of the promised JSON goes the other way. */
  const tell = (text) => (options.json ? say : console.log)(`\n${text}`);
  if (options.soak) {
    const settings = { ...options, dataDir: database.dataDir, postgresPid: database.pid };
    tell(await soak(load, started.portico, operations, options.soak, settings));
  }
  if (!options.growth) return;
  const large = { database, size, running: started.portico.running };
  tell(await measureGrowth(load, variants.portico, large, { ...options, keep, folder, people }));
}

/** A temporary folder for a database and what is said about it. */
function folder() {
  folders.push(mkdtempSync(join(tmpdir(), 'portico-bench-')));
  return folders.at(-1);
}

function keep(process) {
  running.push(process);
  return process;
}

let stopping;

/** Once, however many ask: a signal may come while a failure already ends everything. */
const stopAll = () =>
  (stopping ??= (async () => {
    for (const each of running.splice(0).reverse()) await each.stop().catch(say);
    for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
  })());
