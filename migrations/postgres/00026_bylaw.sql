-- Documents that an enterprise must have (制度文件): the head with its draft,
-- approved versions, who is asked to confirm, and what was done, as sealed facts.

-- +goose Up

CREATE TABLE bylaws (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    kind text NOT NULL,
    draft_state text NOT NULL DEFAULT '' CHECK (draft_state IN ('', 'draft', 'submitted')),
    form text NOT NULL DEFAULT '' CHECK (form IN ('', 'text', 'file')),
    text text NOT NULL DEFAULT '',
    file_sha256 text NOT NULL DEFAULT '',
    file_name text NOT NULL DEFAULT '',
    posts text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    drafted_by uuid,
    drafted_name text NOT NULL DEFAULT '',
    drafted_at timestamptz,
    revision integer NOT NULL DEFAULT 0,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX bylaws_kind ON bylaws (enterprise_id, kind);
GRANT SELECT, INSERT, UPDATE, DELETE ON bylaws TO zhize_app;
ALTER TABLE bylaws ENABLE ROW LEVEL SECURITY;
ALTER TABLE bylaws FORCE ROW LEVEL SECURITY;
CREATE POLICY bylaws_enterprise ON bylaws TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY bylaws_area ON bylaws FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE bylaw_versions (
    enterprise_id uuid NOT NULL,
    bylaw_id uuid NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL,
    form text NOT NULL CHECK (form IN ('text', 'file')),
    text text NOT NULL,
    file_sha256 text NOT NULL DEFAULT '',
    file_name text NOT NULL DEFAULT '',
    posts text NOT NULL,
    note text NOT NULL DEFAULT '',
    revision integer NOT NULL,
    approved_by uuid NOT NULL,
    approved_name text NOT NULL,
    approved_at timestamptz NOT NULL,
    declaration text NOT NULL,
    effective_day date NOT NULL,
    review_day date NOT NULL,
    hash text NOT NULL,
    fact_seq bigint NOT NULL,
    PRIMARY KEY (enterprise_id, bylaw_id, version),
    FOREIGN KEY (enterprise_id, bylaw_id) REFERENCES bylaws (enterprise_id, id)
);
CREATE TRIGGER bylaw_versions_sealed BEFORE UPDATE OR DELETE ON bylaw_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bylaw_versions_kept BEFORE TRUNCATE ON bylaw_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON bylaw_versions TO zhize_app;
ALTER TABLE bylaw_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE bylaw_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY bylaw_versions_enterprise ON bylaw_versions TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY bylaw_versions_area ON bylaw_versions FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

-- What the principal did to a version afterwards: 复审 or 废止.
CREATE TABLE bylaw_acts (
    enterprise_id uuid NOT NULL,
    id uuid NOT NULL,
    bylaw_id uuid NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('reviewed', 'repealed')),
    note text NOT NULL,
    review_day date,
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    fact_seq bigint NOT NULL,
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, bylaw_id, version) REFERENCES bylaw_versions (enterprise_id, bylaw_id, version)
);
CREATE INDEX bylaw_acts_version ON bylaw_acts (enterprise_id, bylaw_id, version);
CREATE TRIGGER bylaw_acts_sealed BEFORE UPDATE OR DELETE ON bylaw_acts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bylaw_acts_kept BEFORE TRUNCATE ON bylaw_acts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON bylaw_acts TO zhize_app;
ALTER TABLE bylaw_acts ENABLE ROW LEVEL SECURITY;
ALTER TABLE bylaw_acts FORCE ROW LEVEL SECURITY;
CREATE POLICY bylaw_acts_enterprise ON bylaw_acts TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY bylaw_acts_area ON bylaw_acts FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

-- Who is asked to confirm a version, each once. Left is set when he leaves
-- office before he has.
CREATE TABLE bylaw_requests (
    enterprise_id uuid NOT NULL,
    id uuid NOT NULL,
    bylaw_id uuid NOT NULL,
    version integer NOT NULL,
    account_id uuid NOT NULL,
    person_name text NOT NULL,
    asked_at timestamptz NOT NULL,
    left_at timestamptz,
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, bylaw_id, version) REFERENCES bylaw_versions (enterprise_id, bylaw_id, version)
);
CREATE UNIQUE INDEX bylaw_requests_person ON bylaw_requests (enterprise_id, bylaw_id, version, account_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON bylaw_requests TO zhize_app;
ALTER TABLE bylaw_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE bylaw_requests FORCE ROW LEVEL SECURITY;
CREATE POLICY bylaw_requests_enterprise ON bylaw_requests TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY bylaw_requests_area ON bylaw_requests FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE bylaw_confirmations (
    enterprise_id uuid NOT NULL,
    request_id uuid NOT NULL,
    account_id uuid NOT NULL,
    person_name text NOT NULL,
    by_approval boolean NOT NULL DEFAULT false,
    declaration text NOT NULL,
    hash text NOT NULL,
    at timestamptz NOT NULL,
    fact_seq bigint NOT NULL,
    PRIMARY KEY (enterprise_id, request_id),
    FOREIGN KEY (enterprise_id, request_id) REFERENCES bylaw_requests (enterprise_id, id)
);
CREATE TRIGGER bylaw_confirmations_sealed BEFORE UPDATE OR DELETE ON bylaw_confirmations FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bylaw_confirmations_kept BEFORE TRUNCATE ON bylaw_confirmations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON bylaw_confirmations TO zhize_app;
ALTER TABLE bylaw_confirmations ENABLE ROW LEVEL SECURITY;
ALTER TABLE bylaw_confirmations FORCE ROW LEVEL SECURITY;
CREATE POLICY bylaw_confirmations_enterprise ON bylaw_confirmations TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY bylaw_confirmations_area ON bylaw_confirmations FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
