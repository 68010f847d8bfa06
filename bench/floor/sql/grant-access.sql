WITH :viewer,
link AS MATERIALIZED (
  -- The person first, then her link, as every command takes them.
  SELECT b.id, b.version, b.contact_id, c.identity_id, u.project_id, c.is_partner
    FROM viewer, unit_buyers b
    JOIN contacts c ON c.company_id = $1 AND c.id = b.contact_id
    JOIN identities i ON i.company_id = $1 AND i.id = c.identity_id
    JOIN units u ON u.company_id = $1 AND u.id = b.unit_id
   WHERE viewer.role = 'OWNER' AND b.company_id = $1 AND b.id = $4 AND b.access_state IN ('NOT_YET_INVITED', 'REVOKED')
     AND u.sale_state IN ('SOLD', 'HANDED_OVER') AND i.password_hash IS NULL
     FOR NO KEY UPDATE OF i, b
), granted AS (
  UPDATE unit_buyers b SET access_state = 'INVITED', invited_at = date_trunc('milliseconds', now()), revoked_at = NULL,
         version = b.version + 1, updated_at = now()
    FROM link WHERE b.company_id = $1 AND b.id = link.id AND b.version = link.version RETURNING b.*
), audited AS (
  INSERT INTO audit_events (company_id, id, action, actor_id, object_type, object_id, project_id, changes, ip, request_id)
  SELECT $1, $7, 'access.granted', viewer.identity_id, 'UnitBuyer', granted.id, link.project_id,
         '[{"field":"accessState","before":"NOT_YET_INVITED","after":"INVITED"}]', $9, $10
    FROM granted, link, viewer
), withdrawn AS (
  UPDATE login_links l SET used_at = now() FROM link
   WHERE l.company_id = $1 AND l.identity_id = link.identity_id AND l.purpose = 'INVITATION' AND l.used_at IS NULL
), issued AS (
  INSERT INTO login_links (company_id, id, identity_id, purpose, token_digest, expires_at)
  SELECT $1, $5, link.identity_id, 'INVITATION', $6, now() + interval '14 days' FROM link
  RETURNING expires_at
), queued AS (
  INSERT INTO outbox (company_id, id, job, payload, subject_id)
  SELECT $1, $8, 'access.send-invitation', jsonb_build_object('linkId', $5::uuid), link.identity_id FROM link
  RETURNING pg_notify('outbox', ''), pg_notify('live', json_build_object('companyId', $1::uuid, 'identityId', subject_id)::text)
)
SELECT json_build_object('data', json_build_object('grantAccess', json_build_object('__typename', 'GrantAccessPayload',
  'errors', '[]'::json,
  'buyers', json_build_array(json_build_object('__typename', 'UnitBuyer', 'id', granted.id, 'accessState', granted.access_state,
    'actions', bench.actions(granted.access_state, 'OWNER'), 'invitedAt', bench.moment(granted.invited_at),
    'invitationExpiresAt', bench.moment(issued.expires_at), 'invitationMail', 'QUEUED',
    'activatedAt', bench.moment(granted.activated_at), 'revokedAt', NULL, 'version', granted.version,
    'contact', json_build_object('__typename', 'Contact', 'id', link.contact_id, 'viewerCanImpersonate', true,
      'accessState', 'INVITED')))
)))::text AS answer
  FROM granted, link, issued, (SELECT count(*) FROM queued) told
