import { Told } from '../../scripts/lib/run.mjs';
import { asOwner } from './database.mjs';

const moments = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** One question, as a person asks it in a browser. */
export async function ask(variant, running, operation, request) {
  const { path, body } = variant.ask(operation, request);
  const response = await fetch(`${running.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: request.person.cookie },
    body: JSON.stringify(body),
  }).catch((error) => ({ status: 599, error }));
  if (response.status >= 500) {
    throw new Told(`${operation.name}: ${running.url} fails; its last words:\n${running.lastWords()}`);
  }
  const answer = await response.json();
  if (answer.errors?.length) return { refused: true, because: answer.errors };
  return variant.understand ? variant.understand(operation, answer.data, request) : answer.data;
}

/**
 * Asks all variants the same for several people of two companies and compares what they say. A refusal is an answer
 * too: what is not hers, nobody may be told.
 */
export async function proveEqual(variants, database, operations, people) {
  const asked = operations.flatMap((operation) =>
    casesOf(operation, people).map((request) => ({ operation, ...request })),
  );
  const names = Object.keys(variants);
  let refusals = 0;
  for (const { operation, who, ...request } of asked) {
    const said = {};
    const because = {};
    for (const name of names) {
      const { variant, running } = variants[name];
      const answer = await ask(variant, running, operation, request);
      because[name] = answer.because;
      said[name] = comparable(answer, operation);
      if (operation.reset) {
        if (!said[name].refused) said[name].written = await written(database, request);
        await operation.reset();
      }
    }
    for (const name of names.slice(1)) {
      const shared = variants[name].variant.understand ? withoutTypes(said[names[0]]) : said[names[0]];
      const differences = difference(shared, said[name]);
      if (differences.length)
        throw new Told(`${told(operation, who, names[0], name, differences)}${reasons(because)}`);
    }
    if (said[names[0]].refused) refusals += 1;
  }
  return { answers: asked.length, refusals };
}

/** A customer, an owner and an administrator of one project, in two companies; each also where she may not look. */
function casesOf(operation, people) {
  return [0, 1].flatMap((company) => {
    const here = people.filter((person) => person.company === company);
    const owner = here.find(({ role }) => role === 'OWNER');
    const administrator = here.find(({ role }) => role === 'ADMINISTRATOR');
    const buyers = here.filter(({ role }) => role === 'CUSTOMER');
    const [buyer] = buyers;
    const neighbour = buyers.findLast(({ unitId }) => unitId !== buyer.unitId);
    const by = (person, variables) => ({
      who: `${person.role} of company ${company}`,
      person,
      variables,
    });
    const ofOwner = operation.requests.filter(({ person }) => person === owner).slice(0, 3);
    const homes = [buyer, neighbour].map(({ unitId }) => ({ id: unitId }));
    if (operation.name === 'PortalHome' || operation.name === 'UnitPage') {
      return [owner, administrator, buyer].flatMap((person) => homes.map((home) => by(person, home)));
    }
    if (operation.once)
      return [owner, administrator, buyer].map((person) => by(person, ofOwner[0].variables));
    return [owner, administrator, buyer].flatMap((person) =>
      ofOwner.map(({ variables }) => by(person, variables)),
    );
  });
}

/** Refusals are alike whatever their words; a mutation's moments are its own. */
function comparable(answer, { once }) {
  if (answer.refused) return { refused: true };
  return once ? withoutMoments(answer) : answer;
}

/** A copy in which every value that is no list and no object has passed through a function, without some keys. */
function rewritten(value, change, unwanted) {
  if (Array.isArray(value)) return value.map((each) => rewritten(each, change, unwanted));
  if (value === null || typeof value !== 'object') return change(value);
  const kept = Object.entries(value).filter(([key]) => key !== unwanted);
  return Object.fromEntries(kept.map(([key, each]) => [key, rewritten(each, change, unwanted)]));
}

const withoutMoments = (answer) =>
  rewritten(answer, (value) => (typeof value === 'string' && moments.test(value) ? 'a moment' : value));

/** For a peer whose schema has types of its own. */
const withoutTypes = (answer) => rewritten(answer, (value) => value, '__typename');

/** The rows that a grant has written, but for ids and moments. */
function written({ ownerUrl }, { variables, person }) {
  return asOwner(
    ownerUrl,
    async (client) => {
      const { rows } = await client.query(
        `SELECT b.access_state, b.version, b.invited_at > now() - interval '1 minute' AS now, o.job, o.attempts,
                o.subject_id = c.identity_id AS about_her, o.payload = jsonb_build_object('linkId', l.id) AS names_link,
                l.purpose, length(l.token_digest) AS digest, l.used_at, l.expires_at > now() + interval '13 days' AS lasts,
                a.action, a.object_type, a.project_id, a.changes, a.actor_id, a.ip IS NOT NULL AS ip,
                a.request_id IS NOT NULL AS request
           FROM unit_buyers b JOIN contacts c ON c.company_id = b.company_id AND c.id = b.contact_id
           LEFT JOIN outbox o ON o.company_id = b.company_id AND o.subject_id = c.identity_id
           LEFT JOIN login_links l ON l.company_id = b.company_id AND l.identity_id = c.identity_id
           LEFT JOIN LATERAL (SELECT * FROM audit_events e WHERE e.company_id = b.company_id AND e.object_id = b.id
                ORDER BY e.at DESC LIMIT 1) a ON true
          WHERE b.company_id = app.company() AND b.id = $1`,
        [variables.input.buyerIds[0]],
      );
      return rows;
    },
    person.company,
  );
}

/** Paths at which two values differ, with both. */
export function difference(one, other, path = '') {
  const isTree = (value) => value !== null && typeof value === 'object';
  if (!isTree(one) || !isTree(other) || Array.isArray(one) !== Array.isArray(other)) {
    return one === other ? [] : [{ path, one, other }];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => difference(one[key], other[key], `${path}.${key}`));
}

const reasons = (because) =>
  Object.entries(because)
    .filter(([, errors]) => errors)
    .map(([name, errors]) => `\n  ${name} said: ${errors.map(({ message }) => message).join('; ')}`)
    .join('');

function told({ name }, who, one, other, differences) {
  const short = (value) => JSON.stringify(value)?.slice(0, 120) ?? 'nothing';
  const lines = differences
    .slice(0, 20)
    .map(
      (each) =>
        `  ${each.path || 'the whole'}\n    ${one}: ${short(each.one)}\n    ${other}: ${short(each.other)}`,
    );
  const more = differences.length > 20 ? [`  … and ${differences.length - 20} more`] : [];
  return [`${name} for ${who}: ${one} and ${other} differ. Nothing was timed.`, ...lines, ...more].join('\n');
}
