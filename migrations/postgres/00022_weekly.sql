-- The weekly report (每周排查治理报告) as sealed versions, who has read it, and what
-- is not signed yet.

-- +goose Up

-- A person's words before he signs. The authority never sees them.
CREATE TABLE weekly_drafts (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    week text NOT NULL,
    account_id uuid NOT NULL,
    body bytea NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, week, account_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON weekly_drafts TO zhize_app;
ALTER TABLE weekly_drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE weekly_drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY weekly_drafts_enterprise ON weekly_drafts TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());

-- Version 1 is the report, later ones are its corrections (更正). The sealed body is
-- in facts under fact_seq and is the truth; this row is its index.
CREATE TABLE weekly_reports (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    week text NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL,
    version_id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    cutoff_at timestamptz NOT NULL,
    missed integer NOT NULL,
    found integer NOT NULL,
    open_hazards integer NOT NULL,
    lateness text NOT NULL CHECK (lateness IN ('on_time', 'backfilled')),
    reason text NOT NULL DEFAULT '',
    why text NOT NULL DEFAULT '',
    posts text NOT NULL,
    signer_id uuid NOT NULL,
    signer_name text NOT NULL,
    signed_at timestamptz NOT NULL,
    declaration text NOT NULL,
    body_hash bytea NOT NULL,
    fact_seq bigint NOT NULL,
    PRIMARY KEY (enterprise_id, week, version)
);
CREATE UNIQUE INDEX weekly_reports_id ON weekly_reports (enterprise_id, id, version);
CREATE UNIQUE INDEX weekly_reports_version ON weekly_reports (enterprise_id, version_id);
CREATE TRIGGER weekly_reports_sealed BEFORE UPDATE OR DELETE ON weekly_reports FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER weekly_reports_kept BEFORE TRUNCATE ON weekly_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON weekly_reports TO zhize_app;
ALTER TABLE weekly_reports ENABLE ROW LEVEL SECURITY;
ALTER TABLE weekly_reports FORCE ROW LEVEL SECURITY;
CREATE POLICY weekly_reports_enterprise ON weekly_reports TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY weekly_reports_area ON weekly_reports FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

-- The principal's 阅知 of a version.
CREATE TABLE weekly_reads (
    enterprise_id uuid NOT NULL,
    report_id uuid NOT NULL,
    version integer NOT NULL,
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, report_id, version),
    FOREIGN KEY (enterprise_id, report_id, version) REFERENCES weekly_reports (enterprise_id, id, version)
);
CREATE TRIGGER weekly_reads_sealed BEFORE UPDATE OR DELETE ON weekly_reads FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER weekly_reads_kept BEFORE TRUNCATE ON weekly_reads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON weekly_reads TO zhize_app;
ALTER TABLE weekly_reads ENABLE ROW LEVEL SECURITY;
ALTER TABLE weekly_reads FORCE ROW LEVEL SECURITY;
CREATE POLICY weekly_reads_enterprise ON weekly_reads TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY weekly_reads_area ON weekly_reads FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
