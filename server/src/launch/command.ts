import { ConfigError } from '../platform/config';
import { LaunchError } from './launch-error';

export interface Running {
  log: (line: string) => void;
  onStarted: (close: () => Promise<void>) => void;
}

/** The exit code for an environment that is wrong. */
export const configurationError = 78;

export const log = (line: string) => console.log(`· ${line}`);

/** Says why something cannot go on, in a sentence where there is one; answers with the exit code. */
export function tell(error: unknown): number {
  const known = error instanceof ConfigError || error instanceof LaunchError;
  console.error(known ? `\n${error.message}\n` : error);
  return error instanceof ConfigError ? configurationError : 1;
}

/** Runs what ends by itself, with an exit code or none, and stops whatever it has started, also when it is stopped half way. */
export function command(work: (running: Running) => Promise<number | void>): void {
  const started: (() => Promise<void>)[] = [];
  const end = async (code: number) => {
    for (const close of started.splice(0)) await close().catch(tell);
    process.exit(code);
  };
  for (const wish of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(wish, () => void end(1));
  work({ log, onStarted: (close) => started.push(close) }).then(
    (code) => end(code ?? 0),
    (error: unknown) => end(tell(error)),
  );
}
