WITH :viewer,
found AS MATERIALIZED (
  SELECT row.* FROM contacts row, viewer
   WHERE row.company_id = $1 AND row.is_customer AND :visible
     AND concat_ws(' ', row.search_text, row.email, (SELECT f.sort_name FROM partner_companies f
           WHERE f.company_id = $1 AND f.id = row.partner_company_id)) LIKE ALL ($4::text[])
), shown AS (SELECT * FROM found ORDER BY sort_name, id LIMIT 50)
SELECT json_build_object('data', json_build_object('contacts', json_build_object('__typename', 'ContactConnection',
  'totalCount', (SELECT count(*) FROM found),
  'edges', (
    SELECT coalesce(json_agg(:contact ORDER BY row.sort_name, row.id), '[]')
      FROM shown row, LATERAL (:purchases) bought),
  'pageInfo', json_build_object('__typename', 'PageInfo', 'hasNextPage', (SELECT count(*) > 50 FROM found),
    'endCursor', (SELECT bench.cursor('sortName,id', sort_name, id) FROM shown ORDER BY sort_name DESC, id DESC LIMIT 1))
)))::text AS answer
  FROM viewer WHERE viewer.role IS NOT NULL
