WITH :viewer,
page AS MATERIALIZED (
  SELECT row.* FROM contacts row, viewer
   WHERE row.company_id = $1 AND row.is_customer AND :visible
     AND (row.sort_name, row.id) > (coalesce($4, '') COLLATE "C", coalesce($5, '00000000-0000-0000-0000-000000000000')::uuid)
   ORDER BY row.sort_name, row.id LIMIT 51
), shown AS (SELECT * FROM page ORDER BY sort_name, id LIMIT 50)
SELECT json_build_object('data', json_build_object('contacts', json_build_object('__typename', 'ContactConnection',
  'totalCount', (SELECT count(*) FROM contacts row WHERE row.company_id = $1 AND row.is_customer AND :visible),
  'edges', (
    SELECT coalesce(json_agg(:contact ORDER BY row.sort_name, row.id), '[]')
      FROM shown row, LATERAL (:purchases) bought),
  'pageInfo', json_build_object('__typename', 'PageInfo', 'hasNextPage', (SELECT count(*) > 50 FROM page),
    'endCursor', (SELECT bench.cursor('sortName,id', sort_name, id) FROM shown ORDER BY sort_name DESC, id DESC LIMIT 1))
)))::text AS answer
  FROM viewer WHERE viewer.role IS NOT NULL
