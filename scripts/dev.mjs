import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { configurationError, environmentProblems } from './lib/environment.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { commandOf, main, nodeProgram, root, Told } from './lib/run.mjs';
import { serverArguments } from './lib/server.mjs';

const port = process.env.PORT || '4000';
const pagesPort = 5173;
const pages = `http://localhost:${pagesPort}`;

main(async () => {
  await ensureInstalled();
  await ensureBuilt(['server/dist']);
  const problems = environmentProblems();
  if (problems) {
    console.error(`\n${problems}\n`);
    return configurationError;
  }
  await refuseTakenPort();
  // The playground is served as it was built last.
  if (!existsSync(join(root, 'web/dist'))) await ensureBuilt(['web/dist']);
  const vite = spawn(nodeProgram(), [commandOf('vite'), '--port', `${pagesPort}`, '--strictPort'], {
    cwd: join(root, 'web'),
    env: { ...process.env, PORTICO_SERVER: `http://localhost:${port}` },
    stdio: 'inherit',
  });
  const server = restartable();
  watch(join(root, 'server/src'), { recursive: true }, server.restartSoon);
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
    process.on(signal, () => {
      asked = true;
      vite.kill();
    });
  const refused = server.first.then((code) => {
    if (code) vite.kill();
    return code;
  });
  const [code] = await once(vite, 'exit');
  await server.stop();
  return asked ? 0 : (await Promise.race([refused, Promise.resolve(null)])) || code || 1;
});

function refuseTakenPort() {
  return new Promise((free, refuse) => {
    const probe = createServer();
    probe.once('error', () => refuse(new Told(`Port ${pagesPort} is taken; stop the program that uses it.`)));
    probe.listen(pagesPort, 'localhost', () => probe.close(free));
  });
}

/** The server, compiled and started anew a moment after its sources have changed. */
function restartable() {
  let child = start();
  /** The code with which the very first one ended, should it end by itself: it was refused. */
  const first = once(child, 'exit').then(([code]) => (restarted ? 0 : code));
  let restarted = false;
  let timer;
  let turn = Promise.resolve();
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  const restart = async () => {
    try {
      await ensureBuilt(['server/dist']);
    } catch (error) {
      if (!(error instanceof Told)) throw error;
      return console.error(error.message);
    }
    restarted = true;
    await stop();
    child = start();
  };
  const restartSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      turn = turn.then(restart);
    }, 150);
  };
  return { first, stop, restartSoon };
}

function start() {
  return spawn(nodeProgram(), serverArguments, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development', PORT: port, PUBLIC_URL: process.env.PUBLIC_URL || pages },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}
