(viewer.role = 'OWNER'
  OR row.id IN (SELECT b.contact_id FROM project_administrators a JOIN units u ON u.company_id = $1 AND u.project_id = a.project_id
       JOIN unit_buyers b ON b.company_id = $1 AND b.unit_id = u.id WHERE a.company_id = $1 AND a.team_member_id = viewer.member_id)
  OR row.id IN (SELECT l.contact_id FROM project_administrators a JOIN units u ON u.company_id = $1 AND u.project_id = a.project_id
       JOIN unit_leads l ON l.company_id = $1 AND l.unit_id = u.id WHERE a.company_id = $1 AND a.team_member_id = viewer.member_id))
