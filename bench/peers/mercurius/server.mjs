import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify from 'fastify';
import mercurius from 'mercurius';
import { sessionOf, viewerText } from '../session.mjs';
import { select } from './database.mjs';
import { loaders } from './loaders.mjs';
import { resolvers } from './resolvers.mjs';
import { roleOf } from './tables.mjs';

/** The product's own schema, without what only federation reads. */
const schema = readFileSync(join(import.meta.dirname, '../../../schema.graphql'), 'utf8')
  .replace(/^extend schema.*$/m, '')
  .replace(/ @(key\(fields: "id"\)|shareable)/g, '');

const app = fastify();
await app.register(mercurius, {
  schema,
  resolvers,
  loaders,
  jit: 1,
  queryDepth: 12,
  allowBatchedQueries: false,
  context: async (request) => {
    const session = sessionOf(request.headers.cookie);
    const [viewer] = session ? await select(viewerText, [session.companyId, session.id, session.digest]) : [];
    if (!viewer || !roleOf(viewer)) throw new Error('Nobody is signed in.');
    return { viewer, ip: request.ip };
  },
});
await app.listen({ port: 0, host: '127.0.0.1' });
process.send({ port: app.server.address().port });
for (const end of ['disconnect', 'SIGTERM']) process.on(end, () => process.exit());
