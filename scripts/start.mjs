import { spawn } from 'node:child_process';
import { ensureBuilt } from './lib/build.mjs';
import { configurationError, environmentProblems } from './lib/environment.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, nodeProgram, root } from './lib/run.mjs';
import { serverArguments } from './lib/server.mjs';

main(async () => {
  await ensureInstalled();
  await ensureBuilt(['server/dist']);
  const problems = environmentProblems();
  if (problems) {
    console.error(`\n${problems}\n`);
    return configurationError;
  }
  await ensureBuilt(['web/dist']);
  return serve();
});

/** Runs the server until it ends. It ends with us: it notices when this end of its channel is gone. */
function serve() {
  const server = spawn(nodeProgram(), serverArguments, {
    cwd: root,
    env: { ...process.env, NODE_ENV: process.env.NODE_ENV || 'production' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  endWithNpm(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => resolve(code ?? 1));
  });
}

/** An npm that was killed leaves this process to the system, and a port that nobody can find the holder of. */
function endWithNpm(server) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && server.kill('SIGTERM'), 1_000).unref();
}
