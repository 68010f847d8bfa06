WITH :viewer,
unit AS MATERIALIZED (
  SELECT u.*, viewer.role IS NOT NULL AS is_colleague FROM units u, viewer
   WHERE u.company_id = $1 AND u.id = $4 AND (
     viewer.role = 'OWNER'
     OR viewer.role = 'ADMINISTRATOR' AND EXISTS (SELECT 1 FROM project_administrators a WHERE a.company_id = $1
          AND a.project_id = u.project_id AND a.team_member_id = viewer.member_id)
     OR viewer.is_customer AND EXISTS (SELECT 1 FROM unit_buyers b WHERE b.company_id = $1 AND b.unit_id = u.id
          AND b.contact_id = viewer.contact_id AND b.access_state = 'ACTIVE'))
)
SELECT json_build_object('data', json_build_object('unit', json_build_object('__typename', 'Unit', 'id', unit.id,
  'number', unit.number, 'type', unit.type, 'surface', unit.surface::text, 'floor', unit.floor, 'rooms', unit.rooms,
  'vatRegime', unit.vat_regime, 'approvalRule', unit.approval_rule, 'plannedHandoverOn', unit.planned_handover_on,
  'provisionalAcceptanceOn', unit.provisional_acceptance_on, 'finalAcceptanceOn', unit.final_acceptance_on,
  'warrantyUntil', unit.warranty_until, 'structuralWarrantyUntil', unit.structural_warranty_until,
  'saleState', unit.sale_state, 'soldAt', bench.moment(unit.sold_at), 'version', unit.version,
  'basePrice', CASE WHEN unit.is_colleague THEN bench.money(unit.base_price_minor, unit.currency) END,
  'soldPrice', CASE WHEN unit.is_colleague THEN bench.money(unit.sold_price_minor, unit.currency) END,
  'viewerCanEdit', unit.is_colleague,
  'viewerCanMarkSold', viewer.role IS NOT DISTINCT FROM 'OWNER' AND unit.sale_state IN ('AVAILABLE', 'IN_OPTION'),
  'viewerCanLinkCustomer', viewer.role IS NOT DISTINCT FROM 'OWNER' AND (unit.sale_state IN ('SOLD', 'HANDED_OVER')
     OR unit.sale_state = 'AVAILABLE' AND p.kind = 'SINGLE'),
  'project', json_build_object('__typename', 'Project', 'id', p.id, 'name', p.name, 'kind', p.kind),
  'plan', (
    SELECT json_build_object('__typename', 'Image', 'id', f.id, 'url', bench.picture(f.id, f.widths, 1280))
      FROM files f WHERE f.company_id = $1 AND f.id = unit.plan_id),
  'location', (
    SELECT json_agg(json_build_object('__typename', 'Level', 'id', above.id, 'type', above.type, 'name', above.name)
             ORDER BY place)
      FROM levels own, unnest(string_to_array(own.path, '/')::uuid[]) WITH ORDINALITY step (id, place)
      JOIN levels above ON above.company_id = $1 AND above.id = step.id
     WHERE own.company_id = $1 AND own.id = unit.id AND step.id <> unit.id),
  'spaces', (
    SELECT coalesce(json_agg(json_build_object('__typename', 'Space', 'id', s.id, 'name', s.name, 'kind', s.kind,
             'saleState', unit.sale_state, 'version', s.version,
             'price', CASE WHEN unit.is_colleague THEN bench.money(s.price_minor, s.currency) END,
             'unit', json_build_object('__typename', 'Unit', 'id', unit.id, 'number', unit.number))
             ORDER BY lower(s.name), s.id), '[]')
      FROM spaces s WHERE s.company_id = $1 AND s.unit_id = unit.id),
  'leads', CASE WHEN unit.is_colleague THEN (
    SELECT coalesce(json_agg(json_build_object('__typename', 'UnitLead', 'id', l.id, 'stage', l.stage, 'source', l.source,
             'note', l.note, 'nextStep', l.next_step, 'lostReason', l.lost_reason, 'version', l.version,
             'contact', json_build_object('__typename', 'Contact', 'id', c.id, 'name', c.first_name || ' ' || c.last_name))
             ORDER BY l.id), '[]')
      FROM unit_leads l JOIN contacts c ON c.company_id = $1 AND c.id = l.contact_id
     WHERE l.company_id = $1 AND l.unit_id = unit.id) END,
  'buyers', (
    SELECT coalesce(json_agg(json_build_object('__typename', 'UnitBuyer', 'id', b.id, 'isPrimary', b.is_primary,
             'accessState', b.access_state, 'actions', bench.actions(b.access_state, viewer.role),
             'invitedAt', bench.moment(b.invited_at), 'activatedAt', bench.moment(b.activated_at),
             'revokedAt', bench.moment(b.revoked_at),
             'invitationExpiresAt', CASE WHEN b.access_state = 'INVITED' THEN (
               SELECT bench.moment(l.expires_at) FROM login_links l WHERE l.company_id = $1 AND l.identity_id = c.identity_id
                  AND l.used_at IS NULL AND l.purpose = 'INVITATION') END,
             'invitationMail', CASE WHEN b.access_state = 'INVITED' THEN coalesce(
               (SELECT CASE WHEN bool_or(o.run_at < 'infinity') THEN 'QUEUED' WHEN bool_or(true) THEN 'FAILED' END FROM outbox o
                 WHERE o.company_id = $1 AND o.subject_id = c.identity_id AND o.job = 'access.send-invitation'),
               (SELECT d.state FROM mail_deliveries d WHERE d.company_id = $1 AND d.identity_id = c.identity_id
                   AND d.template = 'invitation' ORDER BY d.created_at DESC, d.id DESC LIMIT 1)) END,
             'contact', json_build_object('__typename', 'Contact', 'id', c.id, 'name', c.first_name || ' ' || c.last_name,
               'email', c.email, 'version', c.version),
             'unit', json_build_object('__typename', 'Unit', 'id', unit.id, 'number', unit.number, 'project',
               json_build_object('__typename', 'Project', 'id', p.id, 'name', p.name, 'kind', p.kind)))
             ORDER BY b.is_primary DESC, b.id), '[]')
      FROM unit_buyers b JOIN contacts c ON c.company_id = $1 AND c.id = b.contact_id
     WHERE b.company_id = $1 AND b.unit_id = unit.id
       AND (unit.is_colleague OR b.contact_id = viewer.contact_id AND b.access_state = 'ACTIVE'))
)))::text AS answer
  FROM viewer CROSS JOIN unit
  JOIN projects p ON p.company_id = $1 AND p.id = unit.project_id
