import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { root } from '../../scripts/lib/run.mjs';

const RUNS = 3;

/** Lets Lighthouse open a page in the browser that listens on a port, after `enter` has signed somebody in there. */
export async function lighthouseOf(url, port, enter) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  await enter({ request: { post: (path, given) => context.request.post(new URL(path, url).href, given) } });
  // Packages of its own, a process of its own.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'bench/lighthouse/measure.mjs'), url, `${port}`, `${RUNS}`],
    { env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' }, maxBuffer: 64 * 2 ** 20 },
  );
  return JSON.parse(stdout);
}

export async function aFreePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
