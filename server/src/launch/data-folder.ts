import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { LaunchError } from './launch-error';

/** Refuses a data folder that cannot serve, before anything is made in it or in its place. */
export function checkDataFolder(dataDir: string): void {
  const existing = nearestExisting(dataDir);
  if (!statSync(existing).isDirectory())
    throw new LaunchError(
      existing === dataDir
        ? `DATA_DIR names ${dataDir}, which is a file and not a folder.`
        : `DATA_DIR names ${dataDir}, but ${existing} is a file and not a folder.`,
    );
  try {
    accessSync(existing, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw cannotBeWritten(dataDir, error);
  }
}

export const cannotBeWritten = (dataDir: string, error: unknown) =>
  new LaunchError(
    `The data folder ${dataDir} cannot be written to (${(error as NodeJS.ErrnoException).code}).`,
  );

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)));
