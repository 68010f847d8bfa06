import fastify, { type FastifyInstance } from 'fastify';
import { features } from '../src/app/features';
import { registerMailbox, type MailboxDeps } from '../src/features/mailbox/mailbox.routes';
import type { Serving } from '../src/platform/feature';
import { Attack } from './attack/attack';
import type { Asker } from './attack/filled-company';
import type { Told, Transport } from './attack/in-process';
import type { Row } from './attack/ledger';
import { firstSeed, report, told, twoCompanies, type Attacked } from './attack/two-companies';
import { theServer, type Reply, type Site } from './http';
import { theProduct } from './world';

const wanted = Number(process.env['ATTACK_REQUESTS'] ?? 0);

let site: Site;
let attacked: Attacked;
let attack: Attack;
let asked = 0;

beforeAll(async () => {
  site = await theServer({ trustedProxies: ['127.0.0.1'] });
  attacked = await twoCompanies(firstSeed + 500);
  const { schema } = await theProduct();
  attack = new Attack({ ...attacked, schema, seed: firstSeed, transport: overHttp, depth: 1 });
});
afterAll(() => attack.close());

/** As from somewhere in the world, each time from another place, now and then at the other company’s address. */
function headersOf({ company, someone }: Asker): Record<string, string> {
  asked += 1;
  const [own, other] = [true, false].map(
    (isOwn) => attacked.companies.find((each) => (each.company === company) === isOwn)!.slug,
  );
  const elsewhere = someone.token && asked % 3 === 0;
  return {
    host: `${elsewhere ? other : own}.localhost`,
    'x-forwarded-for': `198.18.${Math.floor(asked / 250) % 250}.${(asked % 250) + 1}`,
  };
}

const overHttp: Transport = async (asker, { text, variables }) => {
  const { someone } = asker;
  const headers = headersOf(asker);
  const reply = await site.graphql(text, { variables, headers, ...(someone.token && { by: someone }) });
  return asTold(reply);
};

function asTold({ status, text, json }: Reply): Told {
  const ours = status >= 500 || text.includes('INTERNAL_SERVER_ERROR');
  const unanswered = status === 400 && text.includes('GRAPHQL_VALIDATION_FAILED');
  return {
    text,
    data: json?.data ?? null,
    broken: ours || unanswered ? `is answered with ${status}: ${text.slice(0, 200)}` : null,
  };
}

test('A1 A2 A4 A5 A6 A9 B14 the same over HTTP, with real cookies, at one’s own address and at another company’s', async () => {
  await attack.foreign({ formsEach: wanted ? 3 : 1 });
  report('over HTTP', attack);
  expect(told(attack.breaches)).toEqual([]);
  expect(attack.requests).toBeGreaterThan(3_000);
}, 900_000);

/** Every address of the product in which something is named, with the table of what it names. */
const addresses: Record<string, { table: string; paths: (row: Row) => string[] }> = {
  '/files/:id/:width?': {
    table: 'files',
    paths: ({ id, widths }) => [
      `/files/${id}`,
      `/files/${id}/${(widths as number[])[0]}`,
      `/files/${id.toUpperCase()}`,
    ],
  },
  '/demo/mailbox/:id': {
    table: 'demo_mails',
    paths: ({ id }) => [`/demo/mailbox/${id}`, `/demo/mailbox/${id}?view=text`],
  },
  '/demo/mailbox/:id/html': { table: 'demo_mails', paths: ({ id }) => [`/demo/mailbox/${id}/html`] },
};

test('every address that names something is attacked', async () => {
  const urls: string[] = [];
  const app: FastifyInstance = fastify();
  app.addHook('onRoute', ({ url }) => void urls.push(url));
  for (const { routes } of features) routes?.(app, {} as Serving);
  registerMailbox(app, {} as MailboxDeps);
  await app.ready();
  await app.close();
  // Fastify tells an address with an end that may be left out in both ways, and once more for HEAD.
  const naming = new Set(urls.filter((url) => url.includes(':')));
  const known = Object.keys(addresses);
  const isKnown = (url: string) => known.some((each) => each === url || each.startsWith(`${url}/:`));
  expect([...naming].filter((url) => !isKnown(url))).toEqual([]);
});

test('A1 A9 E2 every picture and mail is for whom the oracle says, and for nobody else', async () => {
  const wrong: string[] = [];
  const shown = new Map<string, number>();
  let requests = 0;
  for (const asker of attack.askers) {
    for (const { table, paths } of Object.values(addresses)) {
      for (const { company } of attacked.companies) {
        for (const row of attacked.ledger.rows.get(company.id)!.get(table)!) {
          const mayKnow = attack.oracle.mayKnow(asker, { companyId: company.id, table, column: 'id', row });
          for (const path of paths(row)) {
            requests += 1;
            const { someone } = asker;
            const reply = await site.fetch(path, {
              headers: headersOf(asker),
              ...(someone.token && { by: someone }),
            });
            const isShown = reply.status === 200;
            if (isShown) shown.set(asker.name, (shown.get(asker.name) ?? 0) + 1);
            const foreign = attack.foreignIn(asker, reply.text);
            const plain = path === paths(row)[0];
            if (
              (isShown && !mayKnow) ||
              (plain && mayKnow && !isShown) ||
              reply.status >= 500 ||
              foreign.length
            )
              wrong.push(`${asker.name}: ${path} is answered with ${reply.status}; ${foreign.join()}`);
          }
        }
      }
    }
  }
  report('pictures and mails', { requests, breaches: wrong });
  expect(wrong).toEqual([]);
  expect(requests).toBeGreaterThan(3_000);
  // Everybody sees something, or the test would hold for a server that shows nothing.
  expect([...shown.keys()].sort()).toEqual([...new Set(attack.askers.map(({ name }) => name))].sort());
}, 600_000);
