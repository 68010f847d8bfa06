import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The stored files in whose path the text occurs. */
export const filesWith = (dataDir: string, text: string): string[] =>
  readdirSync(join(dataDir, 'files'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.includes(text),
  );
