import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LastBackup {
  path: string;
  createdAt: string;
}

const noteIn = (dataDir: string) => join(dataDir, 'last-backup.json');

/** For whoever asks how old the newest backup is, wherever it was put. */
export function noteBackup(dataDir: string, last: LastBackup): void {
  writeFileSync(noteIn(dataDir), `${JSON.stringify(last)}\n`, { mode: 0o600 });
}

export function lastBackup(dataDir: string): LastBackup | null {
  try {
    return JSON.parse(readFileSync(noteIn(dataDir), 'utf8')) as LastBackup;
  } catch {
    return null;
  }
}
