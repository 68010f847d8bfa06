import { createServer } from 'node:http';
import { grafserv } from 'postgraphile/grafserv/node';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { sessionOf, viewerText } from '../session.mjs';

const { url, readerUrl } = JSON.parse(process.env.BENCH);
const options = '-c timezone=UTC';
/** Only to find out who asks; all else is read as the role that row-level security binds. */
const sessions = new pg.Pool({ connectionString: readerUrl, max: 4, options });

/** The viewer, as settings of every transaction. */
async function settingsOf(request) {
  const session = sessionOf(request.headers.cookie);
  const values = session && [session.companyId, session.id, session.digest];
  const { rows } = values ? await sessions.query({ name: 'viewer', text: viewerText, values }) : { rows: [] };
  const [viewer] = rows;
  if (!viewer) throw new Error('Nobody is signed in.');
  return {
    role: 'bench_visitor',
    'app.company_id': viewer.companyId,
    'viewer.identity_id': viewer.id,
    'viewer.role': viewer.role ?? '',
    'viewer.member_id': viewer.memberId ?? '',
    'viewer.contact_id': viewer.contactId ?? '',
    'viewer.ip': request.socket.remoteAddress,
  };
}

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Which columns have an index is for the author of a schema to weigh; here the lists are those of the product.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: url,
      schemas: ['public', 'postgraphile'],
      poolConfig: { max: 8, options },
    }),
  ],
  grafast: {
    explain: false,
    context: async ({ node }) => ({ pgSettings: await settingsOf(node.req) }),
  },
  grafserv: { graphiql: false, watch: false, graphqlPath: '/graphql' },
});

const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
for (const end of ['disconnect', 'SIGTERM']) process.on(end, () => process.exit());
