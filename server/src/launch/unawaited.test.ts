import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectDir } from '../platform/config';

/** Fails where nobody waits for it, and is asked a moment later whether it still serves. */
const server = `
  const { tellUnawaited } = require(${JSON.stringify(join(projectDir, 'server/src/launch/unawaited.ts'))});
  const { createLog } = require(${JSON.stringify(join(projectDir, 'server/src/platform/log.ts'))});
  if (process.argv.includes('told')) tellUnawaited(createLog('error'));
  const site = require('node:http').createServer((_, answer) => answer.end('still here')).listen(0, async () => {
    void Promise.reject(new Error('Nobody waits for me.'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    console.log(await (await fetch('http://localhost:' + site.address().port)).text());
    process.exit(0);
  });`;

async function run(...args: string[]) {
  const child = spawn(process.execPath, ['--require', '@swc-node/register', '-e', server, '--', ...args], {
    cwd: projectDir,
    env: { ...process.env, SWC_NODE_PROJECT: 'server/tsconfig.json' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, , [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: code as number, output };
}

test('a failure that nobody waited for stands in the log, and the server goes on serving', async () => {
  const { code, output } = await run('told');
  expect(code).toBe(0);
  expect(output).toContain('still here');
  expect(output).toMatch(/"level":50.*Something failed that nobody waited for/);
});

test('without that it would have ended', async () => {
  const { code, output } = await run();
  expect(code).toBe(1);
  expect(output).not.toContain('still here');
});
