SELECT count(*) AS links, bool_or(b.access_state = 'ACTIVE') AS active, bool_or(b.access_state = 'INVITED') AS invited,
       bool_or(b.access_state = 'REVOKED') AS revoked,
       json_agg(json_build_object('__typename', 'UnitBuyer', 'id', b.id, 'accessState', b.access_state,
         'invitedAt', bench.moment(b.invited_at), 'actions', bench.actions(b.access_state, viewer.role),
         'unit', json_build_object('__typename', 'Unit', 'id', u.id, 'number', u.number, 'project',
           json_build_object('__typename', 'Project', 'id', p.id, 'name', p.name, 'kind', p.kind))) ORDER BY b.id) AS purchases
  FROM unit_buyers b
  JOIN units u ON u.company_id = $1 AND u.id = b.unit_id
  JOIN projects p ON p.company_id = $1 AND p.id = u.project_id
 WHERE b.company_id = $1 AND b.contact_id = row.id
   AND (viewer.role = 'OWNER' OR u.project_id IN (SELECT a.project_id FROM project_administrators a
         WHERE a.company_id = $1 AND a.team_member_id = viewer.member_id))
