import '../platform/shims';
import 'reflect-metadata';
import { inspect } from 'node:util';
import { AggregatorRegistry } from 'prom-client';
import { startServer, type RunningServer } from '../app/server';
import { LaunchError } from './launch-error';
import { tellTakenPort } from './port';
import { createLog } from '../platform/log';
import type { AreYouThere, FiguresTold, FiguresWanted, Orders, Report } from './processes';
import { tellUnawaited } from './unawaited';

/** One of the processes that share a port, see `Processes`. */
let server: Promise<RunningServer | null> = Promise.resolve(null);

// From the start: the main process waits for the figures of all.
new AggregatorRegistry();

let figures: Promise<string> | null = null;

/** The main process knows all that serve; it is asked once, however many look. */
const metricsOfAll = () =>
  (figures ??= new Promise<string>((resolve, reject) => {
    const hear = (message: Partial<FiguresTold>) => {
      if (message.figures === undefined) return;
      process.off('message', hear);
      if (message.figures === null) reject(new Error('Not every process told its figures.'));
      else resolve(message.figures);
    };
    process.on('message', hear);
    process.send!({ wants: 'figures' } satisfies FiguresWanted);
  }).finally(() => (figures = null)));

process.once('message', ({ config, urls }: Orders) => {
  tellUnawaited(createLog(config.logLevel));
  server = startServer(config, urls, { metricsOfAll }).catch(tellTakenPort(config));
  server.then(
    () => report({ ready: true }),
    (error: unknown) => {
      const why = error instanceof LaunchError ? error.message : inspect(error);
      report({ ready: false, why }, () => process.exit(1));
    },
  );
});

process.on('message', (asked: object) => {
  if ('areYouThere' in asked) process.send!({ areYouThere: true } satisfies AreYouThere);
});

function report(told: Report, then?: () => void): void {
  process.send!(told, undefined, undefined, then);
}

let leaving = false;

/** Also when only this process is asked to end; the main one then starts another. */
async function leave(): Promise<void> {
  if (leaving) return;
  leaving = true;
  setTimeout(() => process.exit(1), 20_000);
  const running = await server.catch(() => null);
  await running?.close();
  process.exit(0);
}

process.on('SIGTERM', () => void leave());
// A terminal says these to all of its programs at once; in which order we end is for the main one to say.
for (const wish of ['SIGINT', 'SIGHUP']) process.on(wish, () => undefined);
