import { createHash, createHmac, randomUUID } from 'node:crypto';
import { rows, writers } from './database.mjs';

const { secret } = JSON.parse(process.env.BENCH);

const bytesOf = (uuid) => Buffer.from(uuid.replaceAll('-', ''), 'hex');

/** The digest of the token that a mail will carry, made as the product makes it. */
function digestOf(companyId, linkId) {
  const proof = createHmac('sha256', secret).update(`link:INVITATION:${companyId}:${linkId}`).digest();
  const token = Buffer.concat([bytesOf(companyId), bytesOf(linkId), proof]).toString('base64url');
  return createHash('sha256').update(token).digest('base64url');
}

/** Access for one buyer without a login: in one transaction her new state, the log, her link, and the mail to be sent. */
export async function grantAccess({ viewer, ip }, { buyerIds: [buyerId] }) {
  const { companyId } = viewer;
  const client = await writers.connect();
  const run = async (name, text, values) => (await client.query({ name, text, values })).rows;
  try {
    await client.query('BEGIN');
    const [link] = await run(
      'grant-lock',
      `SELECT b.id, b.version, b.access_state, c.identity_id, u.project_id
         FROM unit_buyers b JOIN contacts c ON c.company_id = $1 AND c.id = b.contact_id
         JOIN identities i ON i.company_id = $1 AND i.id = c.identity_id
         JOIN units u ON u.company_id = $1 AND u.id = b.unit_id
        WHERE b.company_id = $1 AND b.id = $2 AND b.access_state IN ('NOT_YET_INVITED', 'REVOKED')
          AND u.sale_state IN ('SOLD', 'HANDED_OVER') AND i.password_hash IS NULL FOR NO KEY UPDATE OF i, b`,
      [companyId, buyerId],
    );
    if (!link) throw new Error('This buyer cannot be invited.');
    await run(
      'grant-open',
      `UPDATE unit_buyers SET access_state = 'INVITED', invited_at = now(), revoked_at = NULL, version = version + 1,
              updated_at = now() WHERE company_id = $1 AND id = $2 AND version = $3`,
      [companyId, buyerId, link.version],
    );
    await run(
      'grant-audit',
      `INSERT INTO audit_events (company_id, id, action, actor_id, object_type, object_id, project_id, changes, ip, request_id)
       VALUES ($1, $2, 'access.granted', $3, 'UnitBuyer', $4, $5, $6, $7, $8)`,
      [
        companyId,
        randomUUID(),
        viewer.id,
        buyerId,
        link.project_id,
        JSON.stringify([{ field: 'accessState', before: link.access_state, after: 'INVITED' }]),
        ip,
        randomUUID(),
      ],
    );
    await run('grant-live', `SELECT pg_notify('live', $1)`, [
      JSON.stringify({ companyId, identityId: link.identity_id }),
    ]);
    await run(
      'grant-withdraw',
      `UPDATE login_links SET used_at = now() WHERE company_id = $1 AND identity_id = $2 AND purpose = 'INVITATION' AND used_at IS NULL`,
      [companyId, link.identity_id],
    );
    const linkId = randomUUID();
    await run(
      'grant-link',
      `INSERT INTO login_links (company_id, id, identity_id, purpose, token_digest, expires_at)
       VALUES ($1, $2, $3, 'INVITATION', $4, now() + interval '14 days')`,
      [companyId, linkId, link.identity_id, digestOf(companyId, linkId)],
    );
    await run(
      'grant-mail',
      `INSERT INTO outbox (company_id, id, job, payload, subject_id) VALUES ($1, $2, 'access.send-invitation', $3, $4)`,
      [companyId, randomUUID(), JSON.stringify({ linkId }), link.identity_id],
    );
    await client.query(`SELECT pg_notify('outbox', '')`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  return { buyers: await rows(viewer, 'unit_buyers', 'AND row.id = $3', [buyerId]), errors: [] };
}
