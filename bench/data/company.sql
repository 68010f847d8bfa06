-- One company. The words with a colon are whole numbers, set by seed.mjs; the statements run in one transaction in
-- which the company is set, as row-level security wants it. Contacts are numbered from 0: of ten, 0 and 1 are
-- customers, 2 is a partner, the others are leads. Customer c is contact 10 * (c / 2) + c % 2.

INSERT INTO files (company_id, id, purpose, name, mime, bytes, sha256, storage_key, width, height, widths, attached_at)
SELECT bench.id(1, :company, 0), bench.id(kind, :company, n), purpose, 'picture.webp', 'image/webp', 90000, md5(n::text),
       'bench/' || n, 1920, 1080, '{96,320,640,960,1280,1920}', now()
  FROM (SELECT 13 AS kind, 'COMPANY_LOGO' AS purpose, 0 AS n UNION ALL SELECT 14, 'LOGIN_IMAGE', 0
        UNION ALL SELECT 15, 'PROJECT_IMAGE', n FROM generate_series(0, :projects) n
        UNION ALL SELECT 16, 'UNIT_PLAN', n FROM generate_series(0, :units - 1) n) pictures;

INSERT INTO companies (id, name, slug, default_language, logo_id, login_image_id, contact_email, contact_phone)
VALUES (bench.id(1, :company, 0), 'Builder :company', 'builder-:company', 'EN', bench.id(13, :company, 0),
        bench.id(14, :company, 0), 'hello@builder-:company.example', '+32 2 555 00 00');

-- Three owners, three administrators.
INSERT INTO identities (company_id, id, email, password_hash, language, terms_version, tour_finished_at)
SELECT bench.id(1, :company, 0), bench.id(3, :company, n), 'member' || n || '@builder-:company.example', 'none', 'EN', '1', now()
  FROM generate_series(0, 5) n;
INSERT INTO team_members (company_id, id, identity_id, first_name, last_name, sort_name, email, job_title, role, state)
SELECT bench.id(1, :company, 0), bench.id(2, :company, n), bench.id(3, :company, n), bench.first_name(n), 'Builder',
       lower('Builder ' || bench.first_name(n)), 'member' || n || '@builder-:company.example', 'Sales',
       CASE WHEN n < 3 THEN 'OWNER' ELSE 'ADMINISTRATOR' END, 'ACTIVE'
  FROM generate_series(0, 5) n;

INSERT INTO partner_companies (company_id, id, name, name_key, sort_name, vat)
SELECT bench.id(1, :company, 0), bench.id(6, :company, n), 'Firm ' || n, 'firm ' || n, 'firm ' || n, 'BE0123456789'
  FROM generate_series(0, 99) n;

-- Whoever has an address has a login; a password only those whose home is open to them.
INSERT INTO identities (company_id, id, email, password_hash, language, last_seen_at, tour_finished_at)
SELECT bench.id(1, :company, 0), bench.id(5, :company, n), 'person' || n || '@mail.example',
       CASE WHEN n % 10 = 2 OR (n % 10 < 2 AND c >= :grants AND c % 10 < 6) THEN 'none' END,
       (ARRAY['EN','FR','NL','DE'])[n % 4 + 1], now() - n * interval '1 minute', now()
  FROM generate_series(0, :contacts - 1) n, LATERAL (SELECT n / 10 * 2 + n % 10 AS c) customer
 WHERE n % 10 < 7;
INSERT INTO contacts (company_id, id, created_at, identity_id, email, is_customer, is_partner, is_lead, first_name,
       last_name, phone, language, partner_company_id, sort_name, search_text)
SELECT bench.id(1, :company, 0), bench.id(4, :company, n), now() - (:contacts - n) * interval '1 minute',
       CASE WHEN n % 10 < 7 THEN bench.id(5, :company, n) END, CASE WHEN n % 10 < 7 THEN 'person' || n || '@mail.example' END,
       n % 10 < 2, n % 10 = 2, n % 10 > 2, first_name, last_name, phone, (ARRAY['EN','FR','NL','DE'])[n % 4 + 1],
       CASE WHEN n % 10 = 2 THEN bench.id(6, :company, n % 100) END, lower(last_name || ' ' || first_name),
       lower(first_name || ' ' || last_name || ' ' || phone || ' ' || replace(substr(phone, 2), ' ', ''))
  FROM generate_series(0, :contacts - 1) n,
       LATERAL (SELECT bench.first_name(n / 7 + n) AS first_name, bench.last_name(n / 3 + n * 5) AS last_name,
                       '+32 4' || lpad((n % 100)::text, 2, '0') || ' ' || lpad(n::text, 6, '0') AS phone) names;

-- The projects, and one more whose buyers wait to be invited; in each two phases of two buildings, and the units.
INSERT INTO projects (company_id, id, name, sort_name, kind, description, address, image_id)
SELECT bench.id(1, :company, 0), bench.id(7, :company, n), 'Project ' || n, 'project ' || n, 'MULTI', 'Homes by the river.',
       jsonb_build_object('street', 'Kade', 'houseNumber', n::text, 'postalCode', '2000', 'city', 'Antwerpen'),
       bench.id(15, :company, n)
  FROM generate_series(0, :projects) n;
INSERT INTO project_administrators (company_id, id, project_id, team_member_id)
SELECT bench.id(1, :company, 0), bench.id(19, :company, n), bench.id(7, :company, n), bench.id(2, :company, 3 + n)
  FROM generate_series(0, 2) n;
CREATE TEMP TABLE places ON COMMIT DROP AS
SELECT u, p, bench.id(7, :company, p) AS project, bench.id(8, :company, p * 10 + phase) AS phase,
       bench.id(8, :company, p * 10 + 2 + building) AS building, bench.id(9, :company, u) AS unit,
       u >= :homes OR u % 10 < 7 AS sold
  FROM generate_series(0, :units - 1) u,
       LATERAL (SELECT CASE WHEN u < :homes THEN u / :per_project ELSE :projects END AS p, u % 4 / 2 AS phase, u % 4 AS building) place;
INSERT INTO levels (company_id, id, project_id, parent_id, type, name, path, position)
SELECT bench.id(1, :company, 0), bench.id(7, :company, p), bench.id(7, :company, p), NULL, 'PROJECT', 'Project ' || p,
       bench.id(7, :company, p)::text, 0 FROM generate_series(0, :projects) p
UNION ALL
SELECT DISTINCT bench.id(1, :company, 0), phase, project, project, 'PHASE', 'Phase ' || u % 4 / 2 + 1,
       project || '/' || phase, u % 4 / 2 FROM places
UNION ALL
SELECT DISTINCT bench.id(1, :company, 0), building, project, phase, 'BUILDING', 'Building ' || u % 4 + 1,
       project || '/' || phase || '/' || building, u % 4 FROM places
UNION ALL
SELECT bench.id(1, :company, 0), unit, project, building, 'UNIT', 'A' || u,
       project || '/' || phase || '/' || building || '/' || unit, u FROM places;
INSERT INTO units (company_id, id, project_id, number, number_key, type, surface, floor, rooms, base_price_minor,
       sold_price_minor, currency, vat_regime, sale_state, sold_at, planned_handover_on, plan_id)
SELECT bench.id(1, :company, 0), unit, project, 'A' || u, 'a' || lpad(length(u::text)::text, 2, '0') || u, 'APARTMENT',
       60 + u % 80 + 0.5, u % 6, 1 + u % 4, 25000000 + u % 1000 * 10000, CASE WHEN sold THEN 24500000 + u % 1000 * 10000 END,
       'EUR', '21 %', CASE WHEN sold THEN 'SOLD' WHEN u % 10 = 9 THEN 'NOT_FOR_SALE' ELSE 'AVAILABLE' END,
       CASE WHEN sold THEN now() - u % 300 * interval '1 day' END, DATE '2027-01-01' + u % 300, bench.id(16, :company, u)
  FROM places;
INSERT INTO spaces (company_id, id, project_id, unit_id, name, kind, price_minor, currency)
SELECT bench.id(1, :company, 0), bench.id(12, :company, u * 2 + k), project, unit, (ARRAY['P','C'])[k + 1] || u,
       (ARRAY['PARKING','STORAGE'])[k + 1], 1500000, 'EUR' FROM places, generate_series(0, 1) k WHERE sold;

-- Who bought: customers 0 .. grants - 1 wait in the last project, one each; every other sold unit has two buyers, and
-- each fifth of those the first buyer of the unit before as well, who so has two homes.
CREATE TEMP TABLE links ON COMMIT DROP AS
SELECT *, CASE WHEN c < :grants THEN 'NOT_YET_INVITED' WHEN c % 10 < 6 THEN 'ACTIVE' WHEN c % 10 < 8 THEN 'INVITED'
               WHEN c % 10 = 8 THEN 'REVOKED' ELSE 'NOT_YET_INVITED' END AS state, c / 2 * 10 + c % 2 AS person
  FROM (SELECT u, u - :homes AS c, 0 AS k FROM places WHERE u >= :homes
        UNION ALL SELECT u, :grants + 2 * u + k, k FROM places, generate_series(0, 1) k WHERE u < :homes AND sold
        UNION ALL SELECT u, :grants + 2 * (u - 1), 2 FROM places WHERE u < :homes AND sold AND u % 5 = 1) bought;
INSERT INTO unit_buyers (company_id, id, unit_id, contact_id, is_primary, access_state, invited_at, activated_at, revoked_at)
SELECT bench.id(1, :company, 0), bench.id(10, :company, u * 3 + k), bench.id(9, :company, u), bench.id(4, :company, person),
       k = 0, state, CASE WHEN state <> 'NOT_YET_INVITED' THEN now() - interval '3 days' END,
       CASE WHEN state IN ('ACTIVE', 'REVOKED') THEN now() - interval '2 days' END,
       CASE WHEN state = 'REVOKED' THEN now() - interval '1 day' END
  FROM links;
INSERT INTO login_links (company_id, id, identity_id, purpose, token_digest, expires_at)
SELECT DISTINCT bench.id(1, :company, 0), bench.id(17, :company, person), bench.id(5, :company, person), 'INVITATION',
       md5(person::text), now() + interval '11 days' FROM links WHERE state = 'INVITED';
INSERT INTO mail_deliveries (company_id, id, identity_id, template, message_id, state)
SELECT company_id, id, identity_id, 'invitation', '<' || id || '@bench.example>', 'SENT' FROM login_links
 WHERE company_id = bench.id(1, :company, 0);

INSERT INTO unit_leads (company_id, id, unit_id, contact_id, stage, source, note, next_step)
SELECT bench.id(1, :company, 0), bench.id(11, :company, u * 2 + k), unit, bench.id(4, :company, (u * 2 + k) * 10 % :contacts + 3 + u % 7),
       (ARRAY['NEW','CONTACTED','VISIT','LOST'])[u % 4 + 1], 'website', 'Asked for the plan.', 'Call again'
  FROM places, generate_series(0, 1) k WHERE u < :homes;

INSERT INTO audit_events (company_id, id, created_at, at, action, actor_id, object_type, object_id, project_id, changes, ip, request_id)
SELECT bench.id(1, :company, 0), bench.id(18, :company, n), at, at, (ARRAY['customer.linked','unit.updated','contact.updated','access.granted'])[n % 4 + 1],
       bench.id(3, :company, n % 3), (ARRAY['UnitBuyer','Unit','Contact','UnitBuyer'])[n % 4 + 1],
       CASE n % 4 WHEN 1 THEN bench.id(9, :company, u) WHEN 2 THEN bench.id(4, :company, n % :contacts) ELSE bench.id(10, :company, u * 3) END,
       CASE WHEN n % 4 <> 2 THEN bench.id(7, :company, u / :per_project) END,
       CASE n % 4 WHEN 1 THEN '[{"field":"rooms","before":"2","after":"3"}]' WHEN 2 THEN '[{"field":"email","before":null,"after":null}]'
         WHEN 3 THEN '[{"field":"accessState","before":"NOT_YET_INVITED","after":"INVITED"}]' ELSE '[]' END::jsonb,
       '192.0.2.' || n % 250, bench.id(20, :company, n)
  FROM generate_series(0, :events - 1) n,
       LATERAL (SELECT now() - (:events - n) * interval '1 minute' AS at, n / 10 * 10 % :homes + n % 5 AS u) when_and_where;
