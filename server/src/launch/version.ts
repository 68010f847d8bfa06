import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../platform/config';

/** Of this Portico. */
export const version = (
  JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as { version: string }
).version;
