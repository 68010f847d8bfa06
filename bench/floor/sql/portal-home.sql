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
SELECT json_build_object('data', json_build_object(
  'viewer', json_build_object('__typename', 'Viewer', 'id', viewer.identity_id, 'name', viewer.name,
    'email', viewer.email, 'language', viewer.language,
    'roles', array_remove(ARRAY[viewer.role, CASE WHEN viewer.is_customer THEN 'CUSTOMER' END], NULL),
    'tourFinished', viewer.tour_finished_at IS NOT NULL, 'picture', NULL, 'impersonation', NULL,
    'homes', (
      SELECT coalesce(json_agg(json_build_object('__typename', 'Unit', 'id', u.id, 'number', u.number, 'type', u.type,
               'project', json_build_object('__typename', 'Project', 'id', p.id, 'name', p.name, 'kind', p.kind,
                 'image', json_build_object('__typename', 'Image', 'id', f.id,
                   'thumbnail', bench.picture(f.id, f.widths, 160)))) ORDER BY b.id), '[]')
        FROM unit_buyers b
        JOIN units u ON u.company_id = $1 AND u.id = b.unit_id
        JOIN projects p ON p.company_id = $1 AND p.id = u.project_id
        JOIN files f ON f.company_id = $1 AND f.id = p.image_id
       WHERE b.company_id = $1 AND b.contact_id = viewer.contact_id AND b.access_state = 'ACTIVE'),
    'contact', (
      SELECT json_build_object('__typename', 'Contact', 'id', c.id, 'firstName', c.first_name)
        FROM contacts c WHERE c.company_id = $1 AND c.id = viewer.contact_id)),
  'company', json_build_object('__typename', 'Company', 'id', co.id, 'name', co.name, 'slug', co.slug,
    'defaultLanguage', co.default_language, 'timeZone', co.time_zone, 'currency', co.currency,
    'portalEnabled', co.portal_enabled, 'termsVersion', co.terms_version, 'contactEmail', co.contact_email,
    'contactPhone', co.contact_phone,
    'theme', json_build_object('__typename', 'Theme', 'primary', co.primary, 'accent', co.accent, 'font', co.font),
    'logo', (
      SELECT json_build_object('__typename', 'Image', 'id', f.id, 'url', bench.picture(f.id, f.widths, 320), 'alt', co.name)
        FROM files f WHERE f.company_id = $1 AND f.id = co.logo_id),
    'loginImage', (
      SELECT json_build_object('__typename', 'Image', 'id', f.id, 'small', bench.picture(f.id, f.widths, 640),
               'medium', bench.picture(f.id, f.widths, 1280), 'large', bench.picture(f.id, f.widths, 1920))
        FROM files f WHERE f.company_id = $1 AND f.id = co.login_image_id)),
  'unit', json_build_object('__typename', 'Unit', 'id', unit.id, 'number', unit.number, 'type', unit.type,
    'surface', unit.surface::text, 'floor', unit.floor, 'rooms', unit.rooms, 'vatRegime', unit.vat_regime,
    'soldPrice', CASE WHEN unit.is_colleague THEN bench.money(unit.sold_price_minor, unit.currency) END,
    'plannedHandoverOn', unit.planned_handover_on, 'provisionalAcceptanceOn', unit.provisional_acceptance_on,
    'finalAcceptanceOn', unit.final_acceptance_on, 'warrantyUntil', unit.warranty_until,
    'structuralWarrantyUntil', unit.structural_warranty_until,
    'project', json_build_object('__typename', 'Project', 'id', p.id, 'name', p.name, 'kind', p.kind,
      'address', json_build_object('__typename', 'Address', 'city', p.address->>'city'),
      'image', (
        SELECT json_build_object('__typename', 'Image', 'id', f.id, 'medium', bench.picture(f.id, f.widths, 960),
                 'large', bench.picture(f.id, f.widths, 1920))
          FROM files f WHERE f.company_id = $1 AND f.id = p.image_id)),
    'location', (
      SELECT json_agg(json_build_object('__typename', 'Level', 'id', above.id, 'type', above.type, 'name', above.name)
               ORDER BY place)
        FROM levels own, unnest(string_to_array(own.path, '/')::uuid[]) WITH ORDINALITY step (id, place)
        JOIN levels above ON above.company_id = $1 AND above.id = step.id
       WHERE own.company_id = $1 AND own.id = unit.id AND step.id <> unit.id),
    'spaces', (
      SELECT coalesce(json_agg(json_build_object('__typename', 'Space', 'id', s.id, 'name', s.name, 'kind', s.kind)
               ORDER BY lower(s.name), s.id), '[]')
        FROM spaces s WHERE s.company_id = $1 AND s.unit_id = unit.id))
))::text AS answer
  FROM viewer
  JOIN companies co ON co.id = $1
  CROSS JOIN unit
  JOIN projects p ON p.company_id = $1 AND p.id = unit.project_id
