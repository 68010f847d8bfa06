import { readFileSync } from 'node:fs';
import { LaunchError } from '../launch/launch-error';

export interface RemovalToKeep {
  companyId: string;
  buyerDigest: string;
  unitFreed: boolean;
}

const header = '"company_id","id","created_at","buyer_digest","unit_freed"';
const line = /^([0-9a-f-]{36}),[0-9a-f-]{36},[^,]*,([0-9a-f]{64}),([tf])$/;

/** A list of deletions as it lies in an archive: `database/removals.csv`. */
export function readRemovals(path: string): RemovalToKeep[] {
  let lines: string[];
  try {
    lines = readFileSync(path, 'utf8').trim().split('\n');
  } catch (error) {
    throw new LaunchError(
      `The list of deletions ${path} cannot be read (${(error as NodeJS.ErrnoException).code}). Nothing was changed.`,
    );
  }
  const rows = lines.slice(1).map((each) => line.exec(each));
  if (lines[0] !== header || rows.includes(null))
    throw new LaunchError(
      `${path} is no list of deletions: take database/removals.csv out of an archive. Nothing was changed.`,
    );
  return rows.map((row) => ({ companyId: row![1]!, buyerDigest: row![2]!, unitFreed: row![3] === 't' }));
}
