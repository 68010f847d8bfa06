json_build_object('cursor', bench.cursor('sortName,id', row.sort_name, row.id), '__typename', 'ContactEdge', 'node',
  json_build_object('__typename', 'Contact', 'id', row.id, 'name', row.first_name || ' ' || row.last_name,
    'email', row.email, 'phone', row.phone, 'createdAt', bench.moment(row.created_at),
    'saleCancelled', row.sale_cancelled, 'viewerCanEdit', viewer.role = 'OWNER',
    'lastSeenAt', (SELECT bench.moment(i.last_seen_at) FROM identities i WHERE i.company_id = $1 AND i.id = row.identity_id),
    'partnerCompany', (
      SELECT json_build_object('__typename', 'PartnerCompany', 'id', f.id, 'name', f.name)
        FROM partner_companies f WHERE f.company_id = $1 AND f.id = row.partner_company_id),
    'accessState', CASE WHEN bought.active THEN 'ACTIVE' WHEN bought.invited THEN 'INVITED' WHEN bought.revoked THEN 'REVOKED'
                        WHEN bought.links > 0 OR row.is_customer OR row.is_partner THEN 'NOT_YET_INVITED' END,
    'viewerCanImpersonate', row.identity_id IS NOT NULL AND (row.is_partner OR coalesce(bought.active OR bought.invited, false)),
    'purchases', coalesce(bought.purchases, '[]'),
    'leads', (
      SELECT coalesce(json_agg(json_build_object('__typename', 'UnitLead', 'id', l.id, 'unit',
               json_build_object('__typename', 'Unit', 'id', u.id, 'number', u.number, 'project',
                 json_build_object('__typename', 'Project', 'id', p.id, 'name', p.name))) ORDER BY l.id), '[]')
        FROM unit_leads l
        JOIN units u ON u.company_id = $1 AND u.id = l.unit_id
        JOIN projects p ON p.company_id = $1 AND p.id = u.project_id
       WHERE l.company_id = $1 AND l.contact_id = row.id
         AND (viewer.role = 'OWNER' OR u.project_id IN (SELECT a.project_id FROM project_administrators a
               WHERE a.company_id = $1 AND a.team_member_id = viewer.member_id)))))
