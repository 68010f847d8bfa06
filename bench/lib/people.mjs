import { asOwner } from './database.mjs';
import { product } from './product.mjs';

/**
 * Signs people in, as the product does it: a row with the digest of a token, and the token in a cookie. Of each
 * company its owners, its administrators and some buyers, so that no limit for one session is ever near.
 */
export async function signIn(database, { companies }, buyersPerCompany = 40) {
  const { Tokens } = product('platform/tokens');
  const { uuidv7 } = product('platform/database/uuid');
  const tokens = new Tokens(database.secret);
  const people = [];
  for (let company = 0; company < companies; company += 1) {
    await asOwner(
      database.ownerUrl,
      async (client) => {
        const { rows } = await client.query(whoSignsIn, [buyersPerCompany]);
        const sessions = rows.map((row) => {
          const id = uuidv7();
          const token = tokens.forSession(row.companyId, id);
          people.push({ company, ...row, cookie: `portico=${token}` });
          return { id, identity_id: row.identityId, token_digest: tokens.digest(token) };
        });
        await client.query(
          `INSERT INTO sessions (company_id, id, identity_id, token_digest)
           SELECT app.company(), id, identity_id, token_digest
             FROM json_to_recordset($1) AS session (id uuid, identity_id uuid, token_digest text)`,
          [JSON.stringify(sessions)],
        );
      },
      company,
    );
  }
  return people;
}

const whoSignsIn = `
  SELECT m.company_id AS "companyId", m.identity_id AS "identityId", m.role, NULL AS "unitId"
    FROM team_members m WHERE m.company_id = app.company()
  UNION ALL
  (SELECT c.company_id, c.identity_id, 'CUSTOMER', min(b.unit_id::text)
     FROM unit_buyers b JOIN contacts c ON c.company_id = b.company_id AND c.id = b.contact_id
    WHERE b.company_id = app.company() AND b.access_state = 'ACTIVE'
    GROUP BY c.company_id, c.id ORDER BY c.id LIMIT $1)`;
