import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { Client, Pool } from 'pg';
import { product } from '../lib/product.mjs';
import { statements } from './statements.mjs';

/**
 * The practical limit: no framework, and for each operation one prepared statement, written by hand, that finds the
 * session, checks the company and renders the whole answer as text.
 */
const { url, secret } = JSON.parse(process.env.BENCH);
const { Tokens } = product('platform/tokens');
const { uuidv7 } = product('platform/database/uuid');
const tokens = new Tokens(secret);
const options = '-c timezone=UTC -c plan_cache_mode=force_generic_plan';

/** As many connections as the product has: a few that share their way for reading, others for writing. */
const lanes = Array.from({ length: 4 }, () => new Client({ connectionString: url, pipeline: true, options }));
await Promise.all(lanes.map((lane) => lane.connect()));
const writers = new Pool({ connectionString: url, max: 8, options });
let turn = 0;
const lane = () => lanes[(turn += 1) % lanes.length];

async function answer(name, cookie, variables, ip) {
  const token = /(?:^|; )portico=([^;]+)/.exec(cookie ?? '')?.[1];
  const session = token && tokens.read(token);
  if (!session) return null;
  const { text, values, writes } = statements[name];
  const who = [session.companyId, session.id, createHash('sha256').update(token).digest('base64url')];
  const query = {
    name,
    text,
    values: [...who, ...values(variables, { companyId: session.companyId, ip, tokens, uuidv7 })],
  };
  const { rows } = await (writes ? writers : lane()).query(query);
  return rows[0]?.answer ?? null;
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const variables = chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    answer(request.url.slice(1), request.headers.cookie, variables, request.socket.remoteAddress).then(
      (text) => {
        const body = text ?? '{"errors":[{"message":"refused"}]}';
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        });
        response.end(body);
      },
      (error) => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
for (const end of ['disconnect', 'SIGTERM']) process.on(end, () => process.exit());
