viewer AS MATERIALIZED (
  -- Who asks: the session by its id and digest, the person, and what she is here.
  SELECT co.id AS company_id, i.id AS identity_id, i.email, i.language, i.tour_finished_at, m.id AS member_id,
         m.role, c.id AS contact_id,
         coalesce(m.first_name || ' ' || m.last_name, c.first_name || ' ' || c.last_name) AS name,
         co.portal_enabled AND EXISTS (SELECT 1 FROM unit_buyers b WHERE b.company_id = $1 AND b.contact_id = c.id
           AND b.access_state = 'ACTIVE') AS is_customer
    FROM sessions s
    JOIN companies co ON co.id = s.company_id
    JOIN identities i ON i.company_id = s.company_id AND i.id = s.identity_id
    LEFT JOIN team_members m ON m.company_id = i.company_id AND m.identity_id = i.id AND m.state = 'ACTIVE'
    LEFT JOIN contacts c ON c.company_id = i.company_id AND c.identity_id = i.id
   WHERE s.company_id = $1 AND s.id = $2 AND s.token_digest = $3 AND s.ended_at IS NULL
     AND s.last_seen_at > now() - CASE WHEN m.id IS NULL THEN make_interval(days => co.session_idle_days_portal)
                                       ELSE make_interval(hours => co.session_idle_hours_team) END
)
