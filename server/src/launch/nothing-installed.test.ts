import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDir } from '../platform/config';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-not-installed-'));
  cpSync(join(projectDir, 'scripts'), join(folder, 'scripts'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const evaluate = (script: string) =>
  spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });

test('what the commands share loads where nothing is installed yet', () => {
  const library = join(folder, 'scripts/lib');
  const files = readdirSync(library).filter((file) => file.endsWith('.mjs'));
  const { status, stderr } = evaluate(files.map((file) => `import '${join(library, file)}';`).join('\n'));
  expect(files).toContain('install.mjs');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test.each([
  ['20.19.0', 'Portico needs Node 22.22.0 or newer'],
  ['22.9.0', 'Portico needs Node 22.22.0 or newer'],
  ['22.22.0', process.execPath],
  ['100.0.0', process.execPath],
])('where the packages bring no Node, %s of the machine is asked', (version, answer) => {
  const run = join(folder, 'scripts/lib/run.mjs');
  const { stdout } = evaluate(`Object.defineProperty(process.versions, 'node', { value: '${version}' });
    const { nodeProgram } = await import('${run}');
    try { console.log(nodeProgram()); } catch (error) { console.log(error.message); }`);
  expect(stdout).toContain(answer);
});
