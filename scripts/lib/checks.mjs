import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { outdated } from './generate.mjs';
import { commandOf, root, runNode, Told } from './run.mjs';
import { untranslated } from './translations.mjs';

export const formatted = ['server', 'web', 'scripts', 'bench', '*.{ts,json}', '.*.json'];

const counted = (holds) => (holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
const succeeds = async (args, options) => counted((await runNode(args, options)).code === 0);

/** A step that names what it found wrong, one line each. */
function finds(lines) {
  for (const line of lines) console.log(`  ${line}`);
  return counted(lines.length === 0);
}

/** Runs a program that leaves its counts as JSON in the file it is given. */
async function countedBy(args, file, countsOf, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'portico-counts-'));
  const path = join(folder, 'counts.json');
  const { code } = await runNode([...args, file.replace('FILE', path)], { env });
  const counts = existsSync(path)
    ? countsOf(JSON.parse(readFileSync(path, 'utf8')))
    : { passed: 0, failed: 1 };
  rmSync(folder, { recursive: true });
  return code === 0 || counts.failed ? counts : { ...counts, failed: 1 };
}

const story = 'web/e2e/run.ts';

/** What must hold, in the order in which `npm test` asks. */
export const checks = {
  types: ['Types', async () => finds((await Promise.all(['server', 'web'].map(typeErrors))).flat())],
  lint: ['Lint', () => succeeds([commandOf('oxlint'), '--type-aware', '--deny-warnings'])],
  format: ['Format', () => succeeds([commandOf('prettier'), '--check', '--log-level=warn', ...formatted])],
  generated: ['Generated files', async () => finds(await outdated())],
  translations: ['Translations', () => finds(untranslated(join(root, 'web/src/locales')))],
  jest: [
    'Server and web',
    async () => {
      // Some tests ask the server for its pages.
      await ensureBuilt();
      return countedBy(
        [commandOf('jest'), '--ci', '--json', '--maxWorkers=100%'],
        '--outputFile=FILE',
        (result) => ({
          passed: result.numPassedTests,
          failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
        }),
      );
    },
  ],
  story: [
    'The story in a browser',
    async () => {
      if (!existsSync(join(root, story))) return { passed: 0, failed: 0 };
      await ensureBuilt();
      const typescript = ['--import', '@swc-node/register/esm-register'];
      return countedBy([...typescript, story], 'FILE', (counts) => counts, {
        SWC_NODE_PROJECT: 'web/tsconfig.json',
      });
    },
  ],
};

async function typeErrors(project) {
  const { code, output } = await runNode([commandOf('typescript', 'tsc'), '-p', project, '--noEmit'], {
    show: false,
  });
  return code === 0 ? [] : output.trim().split('\n');
}

/** Runs one check under its title. */
export async function check([title, work]) {
  console.log(`\n— ${title}`);
  const began = Date.now();
  let counts = { passed: 0, failed: 1 };
  try {
    counts = await work();
  } catch (error) {
    console.error(error instanceof Told ? error.message : error);
  }
  console.log(`  ${counts.failed ? 'failed' : 'ok'}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return counts;
}
