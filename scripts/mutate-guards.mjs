import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { commandOf, main, root, Told } from './lib/run.mjs';
import { runBounded } from './lib/run-bounded.mjs';

const usage = `npm run mutate:guards -- [options]

Takes away one guard at a time in a copy of the project and runs the tests: they must fail each time.
  --list            names the guards and runs nothing
  --only PATTERN    only guards whose kind, file and words match this regular expression
  --shard I/N       the Ith of N parts
  --minutes M       begins no other guard after so many minutes; the rest is listed and fails the run
  --seconds S       the longest that the tests of one guard may take, 900 by default; longer is not decided
  --fast            only the tests that are likely to notice, not the whole suite of the server`;

/** Which tests are likely to notice, the quickest first; the server's others follow. */
const likely = ({ kind, file, what }) => {
  const [, , layer, name] = file.split('/');
  const nearby =
    layer === 'features' || layer === 'platform' ? [`src/${layer}/${name}`] : [`src/${layer}/[^/]+$`];
  const known = {
    'server/src/app/headers.ts': ['test/http.test', 'features/files/upload.test', 'test/live.test'],
    'server/src/app/live.ts': ['test/live.test', 'test/http.test'],
    'server/src/app/query-guard.ts': ['test/limits.test', 'test/live.test'],
    'server/src/app/query-limits.ts': ['test/limits.test', 'test/live.test'],
    'server/src/app/references.ts': ['test/bad-input.test', 'test/federation.test'],
    'server/src/app/viewer.ts': [
      'features/identities',
      'features/impersonation',
      'features/access',
      'features/profile',
      'test/revoked-session',
    ],
    'server/src/app/context.ts': ['src/app/context.test', 'features/identities', 'test/http.test'],
    'server/src/platform/permissions.ts': ['test/permissions.test'],
    'server/src/platform/visibility.ts': ['features/impersonation', 'test/revoked-session'],
    'server/src/platform/tokens.ts': ['features/identities'],
    'server/src/launch/row-security.ts': ['test/row-security', 'src/launch/prepare-database'],
  };
  const general = [
    'test/permissions.test',
    'test/schema.test',
    'test/federation.test',
    'test/attack-crawl',
    'test/attack-twin',
    'test/attack-walls',
    'test/attack.test',
    'test/attack-http',
    'test/walls',
    'test/neighbours',
  ];
  const first =
    kind === 'shield rule'
      ? ['test/permissions.test']
      : kind !== 'policy' && /compan(y_id|yId|y$)/.test(what)
        ? ['test/attack-twin', 'test/attack-walls']
        : [];
  return [...first, ...(known[file] ?? []), ...nearby, ...general];
};

main(async () => {
  const { values } = parseArgs({
    options: {
      list: { type: 'boolean' },
      fast: { type: 'boolean' },
      help: { type: 'boolean' },
      only: { type: 'string', default: '' },
      shard: { type: 'string', default: '1/1' },
      minutes: { type: 'string', default: 'Infinity' },
      seconds: { type: 'string', default: '900' },
    },
  });
  const [, part, parts] = /^(\d+)\/(\d+)$/.exec(values.shard) ?? [];
  if (values.help || !part || Number(part) > Number(parts) || Number(part) < 1) throw new Told(usage);
  await ensureInstalled();
  const { findGuards } = await import('./guards/guards.mjs');
  const wanted = new RegExp(values.only);
  const guards = findGuards(root)
    .filter((guard) => wanted.test(told(guard)))
    .filter((_, index) => index % Number(parts) === Number(part) - 1);
  if (values.list) {
    for (const guard of guards) console.log(told(guard));
    console.log(`${guards.length} guards`);
    return 0;
  }
  return tryAll(guards, values);
});

const told = ({ kind, file, line, what }) => `${kind} · ${file}:${line} · ${what.slice(0, 160)}`;

async function tryAll(guards, { minutes, seconds, fast }) {
  const copy = copyOfProject();
  // Ends what runs, and what it made, too.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  const until = Date.now() + Number(minutes) * 60_000;
  const outcomes = { noticed: [], alive: [], undecided: [] };
  try {
    for (const [index, guard] of guards.entries()) {
      if (Date.now() > until) {
        outcomes.undecided.push(guard);
        continue;
      }
      const began = Date.now();
      const by = await noticedBy(guard, copy, { seconds: Number(seconds), fast });
      const outcome = by ? 'noticed' : by === null ? 'alive' : 'undecided';
      outcomes[outcome].push(guard);
      const took = ((Date.now() - began) / 1000).toFixed(0);
      console.log(
        `${index + 1}/${guards.length} ${outcome} ${told(guard)}${by ? ` — ${by}` : ''} (${took} s)`,
      );
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  const { noticed, alive, undecided } = outcomes;
  console.log(`\n${noticed.length} noticed, ${alive.length} alive, ${undecided.length} not decided`);
  for (const guard of alive) console.log(`  alive: ${told(guard)}`);
  for (const guard of undecided) console.log(`  not decided: ${told(guard)}`);
  return alive.length || undecided.length ? 1 : 0;
}

/** What is under version control or new, with the packages that are installed. */
function copyOfProject() {
  const copy = mkdtempSync(join(tmpdir(), 'portico-mutants-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  for (const folder of ['node_modules', 'server/node_modules', 'web/node_modules', 'web/dist', 'server/dist'])
    if (existsSync(join(root, folder))) symlinkSync(join(root, folder), join(copy, folder));
  return copy;
}

/** The test that fails without the guard; null where every test passes, undefined where that took too long to say. */
async function noticedBy(guard, copy, { seconds, fast }) {
  const path = join(copy, guard.file);
  const original = readFileSync(path, 'utf8');
  const mutant =
    original.slice(0, guard.start) + guard.replacement + original.slice(guard.end) + guard.append;
  const { default: ts } = await import('typescript');
  const { diagnostics } = ts.transpileModule(mutant, {
    reportDiagnostics: true,
    fileName: path,
    compilerOptions: { experimentalDecorators: true },
  });
  if (diagnostics.length)
    throw new Told(`Without this the code is no code, which proves nothing: ${told(guard)}`);
  writeFileSync(path, mutant);
  const order = likely(guard);
  const tests = fast ? order : ['server/'];
  try {
    const args = [
      commandOf('jest'),
      '--ci',
      '--selectProjects',
      'server',
      '--runInBand',
      '--bail',
      '--forceExit',
      '--testSequencer',
      join(copy, 'scripts/guards/mutant-order.cjs'),
      '--testEnvironment',
      join(copy, 'scripts/guards/mutant-environment.cjs'),
      ...tests,
    ];
    const { code, output, late } = await runBounded(args, {
      cwd: copy,
      env: { MUTANT_ORDER: JSON.stringify(order) },
      seconds,
    });
    if (late) return undefined;
    if (code === 0) return null;
    return /●\s+(.+)/.exec(output)?.[1] ?? `the tests do not even begin: ${output.trim().split('\n').at(-1)}`;
  } finally {
    writeFileSync(path, original);
  }
}
