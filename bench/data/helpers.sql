-- What the statements of seed and floor have in common. PostgreSQL inlines what the floor calls: none has a subquery,
-- and none is declared to change less than what it calls.
CREATE SCHEMA IF NOT EXISTS bench;

/* A UUID version 7 of its own for the n-th row of a kind: sorts by n, and can be computed wherever it is pointed at. */
CREATE OR REPLACE FUNCTION bench.id(kind int, company int, n int) RETURNS uuid
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (lpad(to_hex(1760000000000 + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0')
       || '8' || lpad(to_hex(company), 3, '0') || lpad(to_hex(n), 12, '0'))::uuid;

CREATE OR REPLACE FUNCTION bench.first_name(n int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (ARRAY['Anna','Bram','Clara','Daan','Elise','Finn','Greta','Hugo','Ilse','Jonas','Karin','Lars','Mila',
    'Noor','Oscar','Petra','Quinten','Roos','Senne','Tess','Ulrike','Viktor','Wout','Xander','Yara','Zoe','Emma',
    'Lucas','Louise','Arthur','Marie','Jules','Juliette','Adam','Alice','Liam','Lea','Noah','Nina','Leon','Sofia'])[n % 41 + 1];

CREATE OR REPLACE FUNCTION bench.last_name(n int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (ARRAY['Peeters','Janssens','Maes','Jacobs','Mertens','Willems','Claes','Goossens','Wouters','De Smet',
    'Dubois','Lambert','Dupont','Martin','Simon','Laurent','Leroy','Moreau','Fontaine','Bernard','Bakker','Visser',
    'Smit','Meijer','Mulder','De Boer','Vos','Dekker','Brouwer','De Wit','Schneider','Fischer','Weber','Wagner',
    'Becker','Hoffmann','Schulz','Koch','Richter','Klein','Taylor','Walker','Hughes','Bennett','Carter','Parker',
    'Morgan','Hayes','Fletcher'])[n % 49 + 1] || CASE WHEN n % 3 = 0 THEN '-' || (ARRAY['Aerts','Bogaert','Cools',
    'Desmet','Evers','Franck','Geerts'])[n / 3 % 7 + 1] ELSE '' END;

/* A moment as the API writes it. */
CREATE OR REPLACE FUNCTION bench.moment(at timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

/* An amount in cents as the API writes it. */
CREATE OR REPLACE FUNCTION bench.money(minor bigint, currency text) RETURNS json LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN minor IS NOT NULL THEN
    json_build_object('__typename', 'Money', 'amount', round(minor / 100.0, 2)::text, 'currency', currency) END;

/* Where a picture is served in the smallest kept width that fills the wanted one; a picture has six widths at most. */
CREATE OR REPLACE FUNCTION bench.picture(id uuid, widths int[], wanted int) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '/files/' || id || CASE
    WHEN widths[1] >= wanted THEN '/' || widths[1] WHEN widths[2] >= wanted THEN '/' || widths[2]
    WHEN widths[3] >= wanted THEN '/' || widths[3] WHEN widths[4] >= wanted THEN '/' || widths[4]
    WHEN widths[5] >= wanted THEN '/' || widths[5] WHEN widths[6] >= wanted THEN '/' || widths[6] ELSE '' END;

/* The place of a row in a list, as the product writes it. */
CREATE OR REPLACE FUNCTION bench.cursor(keys text, value text, id uuid) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN translate(encode(convert_to('["' || keys || '",' || to_json(value) || ',"' || id || '"]', 'UTF8'), 'base64'),
    E'+/=\n', '-_');

/* What a colleague may do with a buyer. */
CREATE OR REPLACE FUNCTION bench.actions(state text, role text) RETURNS json LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN role IS NULL THEN '[]'
    WHEN role <> 'OWNER' THEN CASE WHEN state IN ('INVITED', 'ACTIVE') THEN '["IMPERSONATE"]' ELSE '[]' END
    WHEN state = 'NOT_YET_INVITED' THEN '["GRANT_ACCESS","REMOVE"]'
    WHEN state = 'INVITED' THEN '["RESEND_INVITATION","CANCEL_INVITATION","REVOKE_ACCESS","IMPERSONATE"]'
    WHEN state = 'ACTIVE' THEN '["REVOKE_ACCESS","IMPERSONATE"]'
    ELSE '["RESTORE_ACCESS","REMOVE"]' END::json;
