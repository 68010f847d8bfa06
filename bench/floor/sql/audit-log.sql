WITH :viewer,
page AS MATERIALIZED (
  SELECT row.* FROM audit_events row, viewer
   WHERE row.company_id = $1 AND (viewer.role = 'OWNER' OR row.project_id IN (SELECT a.project_id FROM project_administrators a
           WHERE a.company_id = $1 AND a.team_member_id = viewer.member_id))
   ORDER BY row.at DESC, row.id DESC LIMIT 51
), shown AS (SELECT * FROM page ORDER BY at DESC, id DESC LIMIT 50)
SELECT json_build_object('data', json_build_object('auditLog', json_build_object('__typename', 'AuditEventConnection',
  'edges', (
    SELECT coalesce(json_agg(json_build_object('__typename', 'AuditEventEdge', 'cursor', bench.cursor('at,id', bench.moment(row.at), row.id),
             'node', json_build_object('__typename', 'AuditEvent', 'id', row.id, 'at', bench.moment(row.at), 'action', row.action,
               'objectType', row.object_type, 'objectId', row.object_id, 'ip', row.ip,
               'actorName', (:person_name.actor_id), 'onBehalfOfName', (:person_name.on_behalf_of_id),
               'objectName', CASE row.object_type
                 WHEN 'Contact' THEN (SELECT c.first_name || ' ' || c.last_name FROM contacts c
                    WHERE c.company_id = $1 AND c.id = row.object_id)
                 WHEN 'Unit' THEN (SELECT u.number FROM units u WHERE u.company_id = $1 AND u.id = row.object_id)
                 WHEN 'UnitBuyer' THEN (SELECT c.first_name || ' ' || c.last_name || ' · ' || u.number
                     FROM unit_buyers b JOIN contacts c ON c.company_id = $1 AND c.id = b.contact_id
                     JOIN units u ON u.company_id = $1 AND u.id = b.unit_id
                    WHERE b.company_id = $1 AND b.id = row.object_id) END,
               'project', (SELECT json_build_object('__typename', 'Project', 'id', p.id, 'name', p.name) FROM projects p
                  WHERE p.company_id = $1 AND p.id = row.project_id),
               'changes', coalesce((SELECT jsonb_agg(change || '{"__typename":"AuditChange"}')
                  FROM jsonb_array_elements(row.changes) change), '[]')))
             ORDER BY row.at DESC, row.id DESC), '[]')
      FROM shown row),
  'pageInfo', json_build_object('__typename', 'PageInfo', 'hasNextPage', (SELECT count(*) > 50 FROM page),
    'endCursor', (SELECT bench.cursor('at,id', bench.moment(at), id) FROM shown ORDER BY at, id LIMIT 1))
)))::text AS answer
  FROM viewer WHERE viewer.role IS NOT NULL
