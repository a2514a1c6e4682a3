-- Who holds which post, for which site, from when until when (任命).

-- +goose Up

-- No site means all sites. A leave deputy acts for the holder of another appointment.
CREATE TABLE appointments (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    account_id uuid NOT NULL REFERENCES accounts (id),
    person_name text NOT NULL,
    post text NOT NULL CHECK (post IN ('principal', 'director', 'officer')),
    site_id uuid,
    deputy_of uuid,
    from_at timestamptz NOT NULL,
    until_at timestamptz,
    ended_at timestamptz,
    ended_why text NOT NULL DEFAULT '',
    made_by uuid,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX appointments_account ON appointments (account_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON appointments TO zhize_app;
GRANT SELECT ON appointments TO zhize_sweep;
ALTER TABLE appointments ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointments FORCE ROW LEVEL SECURITY;
CREATE POLICY appointments_enterprise ON appointments TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY appointments_area ON appointments FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY appointments_sweep ON appointments TO zhize_sweep USING (true) WITH CHECK (true);
