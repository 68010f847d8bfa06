import type { Logger } from 'pino';

/** A promise that nobody waits for has failed: our mistake, to be read in the log, and no reason to end everybody's requests. */
export function tellUnawaited(log: Logger): void {
  process.on('unhandledRejection', (err: unknown) => {
    log.error({ err }, 'Something failed that nobody waited for.');
  });
}
