import { asOwner } from './database.mjs';
import { documents } from './documents.mjs';

/** How many different requests of an operation there are; each connection begins at another one. */
const many = 1_280;

const pick = (list, n) => list[(n * 7919) % list.length];
/** A place in a list of contacts by name, as the product writes it. */
export const cursorOf = (sortName, id) =>
  Buffer.from(JSON.stringify(['sortName,id', sortName, id])).toString('base64url');
const list = (rest) => ({ kind: 'CUSTOMER', sort: 'NAME_ASC', ...rest });

/** Rows of every company, read as its owner: `rows[company]`. */
export function everywhere({ ownerUrl }, companies, text) {
  return Promise.all(
    [...Array(companies).keys()].map((company) =>
      asOwner(ownerUrl, async (client) => (await client.query(text)).rows, company),
    ),
  );
}

/**
 * What is measured. Each operation has a document and many requests: whose, with which variables. The owners ask for
 * the console's pages, the buyers for the portal's.
 */
export async function prepareOperations(database, { companies }, people) {
  const read = (text) => everywhere(database, companies, text);
  const owners = people.filter(({ role }) => role === 'OWNER');
  const buyers = people.filter(({ role }) => role === 'CUSTOMER');
  const places = await read(
    `SELECT id, sort_name FROM (SELECT *, row_number() OVER (ORDER BY sort_name, id) AS n FROM contacts
      WHERE company_id = app.company() AND is_customer) c WHERE n % (SELECT greatest(count(*) / 40, 1) FROM contacts
      WHERE company_id = app.company() AND is_customer) = 0`,
  );
  const names = await read(
    `SELECT DISTINCT lower(last_name || ' ' || left(first_name, 3)) AS name FROM contacts
      WHERE company_id = app.company() AND is_customer ORDER BY 1 LIMIT 400`,
  );
  const units = await read(
    `SELECT id FROM units WHERE company_id = app.company() AND project_id < (SELECT max(id::text)::uuid FROM projects
      WHERE company_id = app.company()) ORDER BY md5(id::text) LIMIT 500`,
  );
  const fresh = await read(
    `SELECT b.id, c.identity_id FROM unit_buyers b JOIN contacts c ON c.company_id = b.company_id AND c.id = b.contact_id
      WHERE b.company_id = app.company() AND b.unit_id IN (SELECT id FROM units WHERE company_id = app.company()
        AND project_id = (SELECT max(id::text)::uuid FROM projects WHERE company_id = app.company())) ORDER BY b.id`,
  );

  const by = (persons, variables) =>
    Array.from({ length: many }, (_, n) => {
      const person = pick(persons, n);
      return { person, variables: variables(person, n) };
    });
  /** Half of them the first page, half a page somewhere in the list. */
  const page = ({ company }, n) => {
    const place = pick(places[company], n);
    return list({ after: n % 2 ? cursorOf(place.sort_name, place.id) : null });
  };
  const operation = (name, requests, more = {}) => ({ name, document: documents[name], requests, ...more });
  const one = (company) => owners.find((owner) => owner.company === company);
  return [
    operation(
      'PortalHome',
      by(buyers, ({ unitId }) => ({ id: unitId })),
    ),
    operation('ContactList', by(owners, page)),
    operation('ContactListWithoutTotal', by(owners, page)),
    operation(
      'ContactSearch',
      by(owners, ({ company }, n) => list({ search: pick(names[company], n).name })),
    ),
    operation(
      'UnitPage',
      by(owners, ({ company }, n) => ({ id: pick(units[company], n).id })),
    ),
    operation(
      'AuditLog',
      by(owners, () => ({})),
    ),
    operation(
      'GrantAccess',
      interleaved(fresh.map((rows, company) => rows.map(({ id }) => ({ person: one(company), id })))).map(
        ({ person, id }) => ({ person, variables: { input: { buyerIds: [id] } } }),
      ),
      { once: true, reset: () => takeBackGrants(database, companies) },
    ),
  ];
}

/** One of each in turn. */
const interleaved = (lists) =>
  lists[0].flatMap((_, index) => lists.flatMap((each) => (each[index] ? [each[index]] : [])));

/** Every grant undone at once, so that each variant and round finds the same buyers as fresh as the first. The log stays. */
async function takeBackGrants({ ownerUrl }, companies) {
  for (let company = 0; company < companies; company += 1) {
    await asOwner(
      ownerUrl,
      async (client) => {
        await client.query(
          `WITH granted AS (DELETE FROM outbox WHERE company_id = app.company() AND job = 'access.send-invitation'
             RETURNING (payload->>'linkId')::uuid AS link, subject_id),
           undone AS (DELETE FROM login_links l USING granted g WHERE l.company_id = app.company() AND l.id = g.link)
           UPDATE unit_buyers b SET access_state = 'NOT_YET_INVITED', invited_at = NULL, version = 1
             FROM granted g JOIN contacts c ON c.identity_id = g.subject_id
            WHERE c.company_id = app.company() AND b.company_id = app.company() AND b.contact_id = c.id`,
        );
      },
      company,
    );
  }
  await asOwner(ownerUrl, (client) => client.query('VACUUM unit_buyers, login_links, outbox'));
}
