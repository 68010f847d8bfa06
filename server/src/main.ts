import './platform/shims';
import 'reflect-metadata';
import { setTimeout as after } from 'node:timers/promises';
import { startServer } from './app/server';
import { log, tell } from './launch/command';
import { refuseTooFewConnections } from './launch/connections';
import { companyHeld, fillAtFirstStart } from './launch/first-start';
import { openDatabase } from './launch/open-database';
import { refuseOpenDemo } from './launch/open-demo';
import { refuseTakenPort, tellTakenPort } from './launch/port';
import type { DatabaseUrls } from './launch/prepare-database';
import { Processes } from './launch/processes';
import { repeatAllRemovals } from './launch/removals';
import { verifyWalls } from './launch/row-security';
import { tellUnawaited } from './launch/unawaited';
import { welcome } from './launch/welcome';
import { readConfig, type ReadyConfig } from './platform/config';
import { createLog } from './platform/log';

/** What runs, in the order in which it was started. */
const running: { close(): Promise<void> }[] = [];

async function start(): Promise<void> {
  const environment = readConfig(process.env);
  await refuseTakenPort(environment);
  const { config, ownerUrl, urls } = await openDatabase({
    environment,
    log,
    onStarted: (close) => {
      running.push({ close });
      if (leaving) void stop();
    },
  });
  await verifyWalls(urls.appUrl);
  await refuseTooFewConnections(urls.appUrl, config.processes, log);
  if (config.demo) await fillAtFirstStart({ ownerUrl, config, urls, log });
  await repeatAllRemovals({ ownerUrl, config, urls, log });
  const { held, demoId } = await companyHeld(urls.appUrl);
  if (demoId) await refuseOpenDemo(demoId, config, urls);
  if (leaving) return;
  await serve(config, urls);
  console.log(welcome(config, held));
}

/** By this process, or by as many others as are wanted. */
async function serve(config: ReadyConfig, urls: DatabaseUrls): Promise<void> {
  const serverLog = createLog(config.logLevel);
  tellUnawaited(serverLog);
  if (config.processes === 1) {
    const server = await startServer(config, urls).catch(tellTakenPort(config));
    running.push({ close: () => Promise.race([server.close(), hurried]) });
    return;
  }
  const processes = new Processes({ config, urls }, serverLog);
  running.push({ close: () => Promise.race([processes.close(), hurried]) });
  await processes.start();
}

let stopped = Promise.resolve();

/** Requests under way get their answer; the database ends last. */
function stop(): Promise<void> {
  stopped = stopped.then(async () => {
    for (const each of running.splice(0).reverse()) await each.close().catch(console.error);
  });
  return stopped;
}

let leaving = false;

async function leave(): Promise<void> {
  if (leaving) return;
  leaving = true;
  const patience = setTimeout(() => process.exit(1), 20_000);
  // What is being made is finished first, such as a database, or there would be nothing yet to stop.
  await Promise.race([started, after(15_000), hurried]);
  await stop();
  clearTimeout(patience);
  process.exit(exitCode);
}

let exitCode = 0;
let hurry: () => void;
/** Whoever asks a second time waits for no request; processes that still serve end with this one. */
const hurried = new Promise<void>((resolve) => (hurry = resolve)).then(() => {
  exitCode = 1;
});

/** A terminal, npm and our own start script may each pass on the same wish. */
const oneWish = 1_000;
let asked = 0;

function ask(): void {
  if (!asked) asked = Date.now();
  else if (Date.now() - asked > oneWish) hurry();
  void leave();
}

async function fail(error: unknown): Promise<void> {
  if (leaving) return;
  const code = tell(error);
  await stop();
  process.exit(code);
}

for (const wish of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(wish, ask);
process.on('disconnect', () => void leave());
const started = start().catch(fail);
