import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../scripts/lib/run.mjs';

const require = createRequire(join(root, 'package.json'));

/** A module of the built server. */
export const product = (path) => require(join(root, 'server/dist', `${path}.js`));

/** A package that the product has installed. */
export const installed = (name) => require(name);
