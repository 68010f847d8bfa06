import './platform/shims';
import 'reflect-metadata';
import { setTimeout as after } from 'node:timers/promises';
import { startServer } from './app/server';
import { log, tell } from './launch/command';
import { companyHeld, fillAtFirstStart } from './launch/first-start';
import { openDatabase } from './launch/open-database';
import { refuseOpenDemo } from './launch/open-demo';
import { refuseTakenPort, tellTakenPort } from './launch/port';
import { verifyWalls } from './launch/row-security';
import { welcome } from './launch/welcome';
import { readConfig } from './platform/config';

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
  if (config.demo) await fillAtFirstStart({ ownerUrl, config, urls, log });
  const { held, demoId } = await companyHeld(urls.appUrl);
  if (demoId) await refuseOpenDemo(demoId, config, urls);
  if (leaving) return;
  running.push(await startServer(config, urls).catch(tellTakenPort(config)));
  console.log(welcome(config, held));
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
  // A terminal, npm and our own start script may each pass on the same wish.
  if (leaving) return;
  leaving = true;
  const patience = setTimeout(() => process.exit(1), 20_000);
  // What is being made is finished first, such as a database, or there would be nothing yet to stop.
  await Promise.race([started, after(15_000)]);
  await stop();
  clearTimeout(patience);
  process.exit(0);
}

async function fail(error: unknown): Promise<void> {
  if (leaving) return;
  const code = tell(error);
  await stop();
  process.exit(code);
}

for (const wish of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect']) process.on(wish, () => void leave());
const started = start().catch(fail);
