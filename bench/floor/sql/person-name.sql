SELECT coalesce(m.first_name || ' ' || m.last_name, c.first_name || ' ' || c.last_name)
  FROM identities i
  LEFT JOIN team_members m ON m.company_id = i.company_id AND m.identity_id = i.id
  LEFT JOIN contacts c ON c.company_id = i.company_id AND c.identity_id = i.id
 WHERE i.company_id = $1 AND i.id = row
