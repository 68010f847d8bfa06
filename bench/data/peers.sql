-- The floor and Mercurius name the company in every statement and need no wall: a role for which all rows are open.
CREATE ROLE bench_reader LOGIN PASSWORD 'bench';
GRANT USAGE ON SCHEMA public, app, bench TO bench_reader;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO bench_reader;
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity LOOP
    EXECUTE format('CREATE POLICY bench ON %I TO bench_reader USING (true)', name);
  END LOOP;
END $$;

-- No mail is sent while something is measured: the worker of the product would take its turn from whoever is measured,
-- the floor included. Every variant writes the same rows, and all of them are due tomorrow.
CREATE FUNCTION bench.tomorrow() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN NEW.run_at := now() + interval '1 day'; RETURN NEW; END $$;
CREATE TRIGGER bench_tomorrow BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION bench.tomorrow();
