-- The authorities as a tree, what lies in whose area, and the trace that every
-- look leaves for the enterprise to see.

-- +goose Up

-- path ends in "/" and begins with the path of the agency above.
CREATE TABLE agencies (
    id uuid PRIMARY KEY,
    parent_id uuid REFERENCES agencies (id),
    level text NOT NULL CHECK (level IN ('city', 'district', 'office')),
    name text NOT NULL,
    path text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX agencies_path ON agencies (path);
GRANT SELECT, INSERT, UPDATE, DELETE ON agencies TO zhize_app;
GRANT SELECT ON agencies TO zhize_sweep;

-- The path of the office that supervises the enterprise now.
CREATE TABLE enterprise_scope (
    enterprise_id uuid PRIMARY KEY,
    path text COLLATE "C" NOT NULL
);
CREATE INDEX enterprise_scope_path ON enterprise_scope (path, enterprise_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON enterprise_scope TO zhize_app;
GRANT SELECT ON enterprise_scope TO zhize_sweep;
ALTER TABLE enterprise_scope ENABLE ROW LEVEL SECURITY;
ALTER TABLE enterprise_scope FORCE ROW LEVEL SECURITY;
CREATE POLICY enterprise_scope_enterprise ON enterprise_scope TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY enterprise_scope_area ON enterprise_scope FOR SELECT TO zhize_app USING (path >= current_setting('app.path_from', true) AND path < current_setting('app.path_to', true));
CREATE POLICY enterprise_scope_sweep ON enterprise_scope TO zhize_sweep USING (true) WITH CHECK (true);

-- Which office, and there which named officer, supervises from which day (附件2,
-- 三(五)); a change of officer is to be entered within 5 workdays.
CREATE TABLE assignments (
    enterprise_id uuid NOT NULL,
    id uuid NOT NULL,
    agency_id uuid NOT NULL REFERENCES agencies (id),
    officer_id uuid REFERENCES accounts (id),
    officer_name text NOT NULL DEFAULT '',
    from_day date NOT NULL,
    until_day date,
    made_by uuid,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON assignments TO zhize_app;
ALTER TABLE assignments ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignments FORCE ROW LEVEL SECURITY;
CREATE POLICY assignments_enterprise ON assignments TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY assignments_area ON assignments FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE looks (
    enterprise_id uuid NOT NULL,
    id uuid NOT NULL,
    agency_id uuid NOT NULL REFERENCES agencies (id),
    agency_name text NOT NULL,
    account_id uuid NOT NULL,
    account_name text NOT NULL,
    at timestamptz NOT NULL,
    what text NOT NULL CHECK (what IN ('enterprise', 'daily', 'record', 'paper', 'photo', 'export')),
    subject_id text NOT NULL DEFAULT '',
    PRIMARY KEY (enterprise_id, id)
);
CREATE TRIGGER looks_sealed BEFORE UPDATE OR DELETE ON looks FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER looks_kept BEFORE TRUNCATE ON looks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON looks TO zhize_app;
ALTER TABLE looks ENABLE ROW LEVEL SECURITY;
ALTER TABLE looks FORCE ROW LEVEL SECURITY;
CREATE POLICY looks_enterprise ON looks TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY looks_area ON looks FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
