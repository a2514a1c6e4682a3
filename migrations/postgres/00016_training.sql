-- Training: plans, sessions, self-study, and what was held, attended, studied and
-- tested as sealed facts.

-- +goose Up

CREATE TABLE training_plans (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    year integer NOT NULL,
    version integer NOT NULL,
    content text NOT NULL,
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, year, version)
);
CREATE TRIGGER training_plans_sealed BEFORE UPDATE OR DELETE ON training_plans FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER training_plans_kept BEFORE TRUNCATE ON training_plans FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON training_plans TO zhize_app;
ALTER TABLE training_plans ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_plans FORCE ROW LEVEL SECURITY;
CREATE POLICY training_plans_enterprise ON training_plans TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY training_plans_area ON training_plans FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE training_sessions (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    day date NOT NULL,
    state text NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
    content text NOT NULL,
    invited text NOT NULL,
    organiser_id uuid NOT NULL,
    organiser_name text NOT NULL,
    held_at timestamptz,
    version integer NOT NULL,
    reason text NOT NULL DEFAULT '',
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX training_sessions_day ON training_sessions (enterprise_id, day);
GRANT SELECT, INSERT, UPDATE, DELETE ON training_sessions TO zhize_app;
ALTER TABLE training_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY training_sessions_enterprise ON training_sessions TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY training_sessions_area ON training_sessions FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE training_readings (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    study_id uuid NOT NULL,
    account_id uuid NOT NULL,
    person_name text NOT NULL,
    content text NOT NULL,
    given_id uuid NOT NULL,
    given_name text NOT NULL,
    given_on date NOT NULL,
    due_on date NOT NULL,
    opened_at timestamptz,
    studied_on date,
    minutes integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 0,
    withdrawn_at timestamptz,
    reason text NOT NULL DEFAULT '',
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX training_readings_once ON training_readings (enterprise_id, study_id, account_id);
CREATE INDEX training_readings_given ON training_readings (enterprise_id, given_on);
GRANT SELECT, INSERT, UPDATE, DELETE ON training_readings TO zhize_app;
ALTER TABLE training_readings ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_readings FORCE ROW LEVEL SECURITY;
CREATE POLICY training_readings_enterprise ON training_readings TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY training_readings_area ON training_readings FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE training_facts (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('held', 'attended', 'studied', 'tested')),
    subject_id uuid NOT NULL,
    account_id uuid,
    version integer NOT NULL,
    day date NOT NULL,
    title text NOT NULL,
    minutes integer NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('held', 'present', 'absent', 'studied', 'passed', 'failed')),
    how text NOT NULL CHECK (how IN ('self', 'device', 'noted')),
    person_name text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    reason text NOT NULL DEFAULT '',
    files text NOT NULL DEFAULT '',
    signed text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    fact_seq bigint NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX training_facts_version ON training_facts (enterprise_id, kind, subject_id, account_id, version);
CREATE INDEX training_facts_person ON training_facts (enterprise_id, account_id, day);
CREATE INDEX training_facts_seq ON training_facts (enterprise_id, fact_seq);
CREATE TRIGGER training_facts_sealed BEFORE UPDATE OR DELETE ON training_facts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER training_facts_kept BEFORE TRUNCATE ON training_facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON training_facts TO zhize_app;
ALTER TABLE training_facts ENABLE ROW LEVEL SECURITY;
ALTER TABLE training_facts FORCE ROW LEVEL SECURITY;
CREATE POLICY training_facts_enterprise ON training_facts TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY training_facts_area ON training_facts FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
