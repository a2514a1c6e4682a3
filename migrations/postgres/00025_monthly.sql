-- The month's minutes (每月工业产品质量安全调度会议纪要): what is prepared, who signed
-- attendance, what the principal signed, and the resolutions. All but the drafts
-- are sealed.

-- +goose Up

CREATE TABLE monthlies (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    version integer NOT NULL,
    version_id uuid NOT NULL,
    month_start date NOT NULL,
    body text NOT NULL,
    people text NOT NULL,
    names text NOT NULL,
    strokes text NOT NULL,
    signed_by uuid NOT NULL,
    signed_name text NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, id, version)
);
CREATE UNIQUE INDEX monthlies_month ON monthlies (enterprise_id, month_start, version);
CREATE UNIQUE INDEX monthlies_version ON monthlies (enterprise_id, version_id);
CREATE TRIGGER monthlies_sealed BEFORE UPDATE OR DELETE ON monthlies FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER monthlies_kept BEFORE TRUNCATE ON monthlies FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON monthlies TO zhize_app;
ALTER TABLE monthlies ENABLE ROW LEVEL SECURITY;
ALTER TABLE monthlies FORCE ROW LEVEL SECURITY;
CREATE POLICY monthlies_enterprise ON monthlies TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY monthlies_area ON monthlies FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE monthly_drafts (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    month_start date NOT NULL,
    draft text NOT NULL,
    revision integer NOT NULL,
    saved_by uuid NOT NULL,
    saved_name text NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, month_start)
);
GRANT SELECT, INSERT, UPDATE ON monthly_drafts TO zhize_app;
ALTER TABLE monthly_drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE monthly_drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY monthly_drafts_enterprise ON monthly_drafts TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());

CREATE TABLE monthly_attendances (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    month_start date NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    signature text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, month_start, account_id)
);
CREATE TRIGGER monthly_attendances_sealed BEFORE UPDATE OR DELETE ON monthly_attendances FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER monthly_attendances_kept BEFORE TRUNCATE ON monthly_attendances FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON monthly_attendances TO zhize_app;
ALTER TABLE monthly_attendances ENABLE ROW LEVEL SECURITY;
ALTER TABLE monthly_attendances FORCE ROW LEVEL SECURITY;
CREATE POLICY monthly_attendances_enterprise ON monthly_attendances TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY monthly_attendances_area ON monthly_attendances FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE resolutions (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    monthly_id uuid NOT NULL,
    number integer NOT NULL,
    month_start date NOT NULL,
    decided_day date NOT NULL,
    what text NOT NULL,
    owner_id uuid NOT NULL,
    owner_name text NOT NULL,
    due_day date NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX resolutions_monthly ON resolutions (enterprise_id, monthly_id, number);
CREATE INDEX resolutions_month ON resolutions (enterprise_id, month_start);
CREATE TRIGGER resolutions_sealed BEFORE UPDATE OR DELETE ON resolutions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER resolutions_kept BEFORE TRUNCATE ON resolutions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON resolutions TO zhize_app;
ALTER TABLE resolutions ENABLE ROW LEVEL SECURITY;
ALTER TABLE resolutions FORCE ROW LEVEL SECURITY;
CREATE POLICY resolutions_enterprise ON resolutions TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY resolutions_area ON resolutions FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE resolution_steps (
    enterprise_id uuid NOT NULL,
    resolution_id uuid NOT NULL,
    number integer NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('done', 'sent_back')),
    note text NOT NULL,
    photos text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, resolution_id, number),
    FOREIGN KEY (enterprise_id, resolution_id) REFERENCES resolutions (enterprise_id, id)
);
CREATE UNIQUE INDEX resolution_steps_id ON resolution_steps (enterprise_id, id);
CREATE TRIGGER resolution_steps_sealed BEFORE UPDATE OR DELETE ON resolution_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER resolution_steps_kept BEFORE TRUNCATE ON resolution_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON resolution_steps TO zhize_app;
ALTER TABLE resolution_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE resolution_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY resolution_steps_enterprise ON resolution_steps TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY resolution_steps_area ON resolution_steps FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
