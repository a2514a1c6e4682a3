-- Certificates: how each stands as an index, what happened to it as sealed facts,
-- and the yearly self-check reports.

-- +goose Up

CREATE TABLE licences (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    kind text NOT NULL,
    number text NOT NULL,
    until_day date,
    content text NOT NULL,
    replaced_by uuid,
    withdrawal text NOT NULL DEFAULT '' CHECK (withdrawal IN ('', 'given_up', 'revoked', 'unused')),
    withdrawn_on date,
    reason text NOT NULL DEFAULT '',
    version integer NOT NULL,
    entered_id uuid NOT NULL,
    entered_name text NOT NULL,
    entered_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX licences_number ON licences (enterprise_id, kind, number);
GRANT SELECT, INSERT, UPDATE, DELETE ON licences TO zhize_app;
ALTER TABLE licences ENABLE ROW LEVEL SECURITY;
ALTER TABLE licences FORCE ROW LEVEL SECURITY;
CREATE POLICY licences_enterprise ON licences TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY licences_area ON licences FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE licence_facts (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    subject_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('entered', 'renewed', 'corrected', 'withdrawn')),
    version integer NOT NULL,
    text text NOT NULL,
    reason text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    fact_seq bigint NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX licence_facts_version ON licence_facts (enterprise_id, subject_id, version);
CREATE INDEX licence_facts_at ON licence_facts (enterprise_id, at);
CREATE TRIGGER licence_facts_sealed BEFORE UPDATE OR DELETE ON licence_facts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER licence_facts_kept BEFORE TRUNCATE ON licence_facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON licence_facts TO zhize_app;
ALTER TABLE licence_facts ENABLE ROW LEVEL SECURITY;
ALTER TABLE licence_facts FORCE ROW LEVEL SECURITY;
CREATE POLICY licence_facts_enterprise ON licence_facts TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY licence_facts_area ON licence_facts FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE self_checks (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    year integer NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL,
    published date NOT NULL,
    place text NOT NULL,
    report text NOT NULL,
    reason text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    fact_seq bigint NOT NULL,
    PRIMARY KEY (enterprise_id, year, version)
);
CREATE UNIQUE INDEX self_checks_id ON self_checks (enterprise_id, id);
CREATE TRIGGER self_checks_sealed BEFORE UPDATE OR DELETE ON self_checks FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER self_checks_kept BEFORE TRUNCATE ON self_checks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON self_checks TO zhize_app;
ALTER TABLE self_checks ENABLE ROW LEVEL SECURITY;
ALTER TABLE self_checks FORCE ROW LEVEL SECURITY;
CREATE POLICY self_checks_enterprise ON self_checks TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY self_checks_area ON self_checks FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
