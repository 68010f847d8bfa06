import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './run.mjs';

/** The server checks its environment itself; asked before, nobody waits for something only to be refused. */
export function environmentProblems() {
  const { readConfig, ConfigError } = createRequire(import.meta.url)(
    join(root, 'server/dist/platform/config.js'),
  );
  try {
    readConfig(process.env);
    return null;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

/** The exit code for an environment that is wrong. */
export const configurationError = 78;
