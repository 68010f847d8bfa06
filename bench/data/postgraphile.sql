-- What PostGraphile needs in the database: a role whose rows are those of the viewer, by row-level security alone, and
-- the relations and functions that its schema is made of. The viewer is told by settings of the transaction. The
-- product's own policy, which holds for every role, already bounds it to the company.
CREATE SCHEMA postgraphile;

CREATE FUNCTION postgraphile.is_owner() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN current_setting('viewer.role', true) = 'OWNER';
CREATE FUNCTION postgraphile.is_team() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN current_setting('viewer.role', true) IN ('OWNER', 'ADMINISTRATOR');
CREATE FUNCTION postgraphile.contact() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('viewer.contact_id', true), '')::uuid;
-- As the owner of the tables, still within the company: a policy that asked the guarded tables would ask itself.
CREATE FUNCTION postgraphile.projects() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER AS
  $$ SELECT array_agg(project_id) FROM public.project_administrators WHERE company_id = app.company()
       AND team_member_id = nullif(current_setting('viewer.member_id', true), '')::uuid $$;
CREATE FUNCTION postgraphile.units() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER AS
  $$ SELECT array_agg(id) FROM public.units WHERE company_id = app.company() AND project_id = ANY (postgraphile.projects()) $$;
CREATE FUNCTION postgraphile.homes() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER AS
  $$ SELECT array_agg(unit_id) FROM public.unit_buyers WHERE company_id = app.company()
       AND contact_id = postgraphile.contact() AND access_state = 'ACTIVE' $$;
CREATE FUNCTION postgraphile.levels() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER AS
  $$ SELECT array_agg(step::uuid) FROM public.levels home, unnest(string_to_array(home.path, '/')) step
      WHERE home.company_id = app.company() AND home.id = ANY (postgraphile.homes()) $$;
CREATE FUNCTION postgraphile.home_projects() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER AS
  $$ SELECT array_agg(project_id) FROM public.units WHERE company_id = app.company() AND id = ANY (postgraphile.homes()) $$;
CREATE FUNCTION postgraphile.people() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER AS
  $$ SELECT array_agg(contact_id) FROM (
       SELECT contact_id FROM public.unit_buyers WHERE company_id = app.company() AND unit_id = ANY (postgraphile.units())
       UNION SELECT contact_id FROM public.unit_leads WHERE company_id = app.company() AND unit_id = ANY (postgraphile.units())) p $$;

CREATE ROLE bench_visitor LOGIN PASSWORD 'bench';
GRANT USAGE ON SCHEMA public, app, bench, postgraphile TO bench_visitor;
DO $$
DECLARE
  owner constant text := '(SELECT postgraphile.is_owner())';
  each record;
BEGIN
  FOR each IN SELECT * FROM (VALUES
    ('companies', 'true'), ('files', 'true'), ('partner_companies', '(SELECT postgraphile.is_team())'),
    ('identities', 'true'), ('team_members', '(SELECT postgraphile.is_team())'),
    ('login_links', '(SELECT postgraphile.is_team())'), ('mail_deliveries', '(SELECT postgraphile.is_team())'),
    ('outbox', '(SELECT postgraphile.is_team())'), ('project_administrators', '(SELECT postgraphile.is_team())'),
    ('projects', owner || ' OR id = ANY ((SELECT postgraphile.projects())::uuid[]) OR id = ANY ((SELECT postgraphile.home_projects())::uuid[])'),
    ('levels', owner || ' OR project_id = ANY ((SELECT postgraphile.projects())::uuid[]) OR id = ANY ((SELECT postgraphile.levels())::uuid[])'),
    ('units', owner || ' OR project_id = ANY ((SELECT postgraphile.projects())::uuid[]) OR id = ANY ((SELECT postgraphile.homes())::uuid[])'),
    ('spaces', owner || ' OR project_id = ANY ((SELECT postgraphile.projects())::uuid[]) OR unit_id = ANY ((SELECT postgraphile.homes())::uuid[])'),
    ('unit_buyers', owner || ' OR unit_id = ANY ((SELECT postgraphile.units())::uuid[]) OR contact_id = (SELECT postgraphile.contact()) AND access_state = ''ACTIVE'''),
    ('unit_leads', owner || ' OR unit_id = ANY ((SELECT postgraphile.units())::uuid[])'),
    ('contacts', owner || ' OR id = ANY ((SELECT postgraphile.people())::uuid[]) OR id = (SELECT postgraphile.contact())'),
    ('audit_events', owner || ' OR project_id = ANY ((SELECT postgraphile.projects())::uuid[])')
  ) AS policies (name, rule) LOOP
    EXECUTE format('CREATE POLICY visitor ON %I AS RESTRICTIVE TO bench_visitor USING (%s)', each.name, each.rule);
    EXECUTE format('GRANT SELECT ON %I TO bench_visitor', each.name);
  END LOOP;
END $$;

-- Relations that the product keeps without a foreign key, or whose key PostGraphile cannot follow alone.
COMMENT ON TABLE projects IS E'@foreignKey (company_id, image_id) references files (company_id, id)|@fieldName image';
COMMENT ON TABLE units IS E'@foreignKey (company_id, plan_id) references files (company_id, id)|@fieldName plan';
COMMENT ON TABLE contacts IS E'@foreignKey (company_id, identity_id) references identities (company_id, id)|@fieldName login';
COMMENT ON TABLE login_links IS E'@foreignKey (company_id, identity_id) references identities (company_id, id)|@foreignFieldName links';
COMMENT ON TABLE mail_deliveries IS E'@foreignKey (company_id, identity_id) references identities (company_id, id)|@foreignFieldName mails';
COMMENT ON TABLE outbox IS E'@foreignKey (company_id, subject_id) references identities (company_id, id)|@foreignFieldName waiting';
COMMENT ON TABLE audit_events IS E'@foreignKey (company_id, actor_id) references identities (company_id, id)|@fieldName actor\n@foreignKey (company_id, on_behalf_of_id) references identities (company_id, id)|@fieldName onBehalfOf\n@foreignKey (company_id, project_id) references projects (company_id, id)|@fieldName project\n@foreignKey (company_id, object_id) references contacts (company_id, id)|@fieldName contactObject\n@foreignKey (company_id, object_id) references units (company_id, id)|@fieldName unitObject\n@foreignKey (company_id, object_id) references unit_buyers (company_id, id)|@fieldName buyerObject';

CREATE FUNCTION postgraphile.search_customers(words text[]) RETURNS SETOF public.contacts LANGUAGE sql STABLE AS
  $$ SELECT row.* FROM public.contacts row WHERE row.is_customer AND concat_ws(' ', row.search_text, row.email,
       (SELECT f.sort_name FROM public.partner_companies f WHERE f.company_id = row.company_id AND f.id = row.partner_company_id))
       LIKE ALL (words) ORDER BY row.sort_name, row.id $$;

-- Writes what the product writes. Nobody will follow the link: its digest only has the length of one.
CREATE FUNCTION postgraphile.grant_access(buyer_id uuid) RETURNS public.unit_buyers
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS $$
DECLARE
  link record;
  link_id constant uuid := gen_random_uuid();
  granted public.unit_buyers;
BEGIN
  IF NOT postgraphile.is_owner() THEN RAISE EXCEPTION 'Only owners grant access.'; END IF;
  SELECT b.id, b.version, b.access_state, c.identity_id, u.project_id INTO STRICT link
    FROM public.unit_buyers b JOIN public.contacts c ON c.company_id = b.company_id AND c.id = b.contact_id
    JOIN public.identities i ON i.company_id = b.company_id AND i.id = c.identity_id
    JOIN public.units u ON u.company_id = b.company_id AND u.id = b.unit_id
   WHERE b.company_id = app.company() AND b.id = buyer_id AND b.access_state IN ('NOT_YET_INVITED', 'REVOKED')
     AND u.sale_state IN ('SOLD', 'HANDED_OVER') AND i.password_hash IS NULL FOR NO KEY UPDATE OF i, b;
  UPDATE public.unit_buyers b SET access_state = 'INVITED', invited_at = now(), revoked_at = NULL, version = b.version + 1, updated_at = now()
   WHERE b.company_id = app.company() AND b.id = buyer_id RETURNING * INTO granted;
  INSERT INTO public.audit_events (company_id, id, action, actor_id, object_type, object_id, project_id, changes, ip, request_id)
  VALUES (app.company(), gen_random_uuid(), 'access.granted', current_setting('viewer.identity_id')::uuid, 'UnitBuyer', buyer_id,
    link.project_id, jsonb_build_array(jsonb_build_object('field', 'accessState', 'before', link.access_state, 'after', 'INVITED')),
    current_setting('viewer.ip'), gen_random_uuid()::text);
  PERFORM pg_notify('live', json_build_object('companyId', app.company(), 'identityId', link.identity_id)::text);
  UPDATE public.login_links SET used_at = now() WHERE company_id = app.company() AND identity_id = link.identity_id
     AND purpose = 'INVITATION' AND used_at IS NULL;
  INSERT INTO public.login_links (company_id, id, identity_id, purpose, token_digest, expires_at)
  VALUES (app.company(), link_id, link.identity_id, 'INVITATION',
    translate(encode(sha256(convert_to(link_id::text, 'UTF8')), 'base64'), '+/=', '-_'), now() + interval '14 days');
  INSERT INTO public.outbox (company_id, id, job, payload, subject_id)
  VALUES (app.company(), gen_random_uuid(), 'access.send-invitation', jsonb_build_object('linkId', link_id), link.identity_id);
  PERFORM pg_notify('outbox', '');
  RETURN granted;
END $$;
