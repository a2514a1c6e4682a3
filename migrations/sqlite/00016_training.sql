-- Training: plans, sessions, self-study, and what was held, attended, studied and
-- tested as sealed facts.

-- +goose Up

CREATE TABLE training_plans (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    year integer NOT NULL,
    version integer NOT NULL,
    content text NOT NULL,
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, year, version)
);
-- +goose StatementBegin
CREATE TRIGGER training_plans_no_update BEFORE UPDATE ON training_plans BEGIN SELECT RAISE(ABORT, 'sealed: training_plans is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER training_plans_no_delete BEFORE DELETE ON training_plans BEGIN SELECT RAISE(ABORT, 'sealed: training_plans is insert-only'); END;
-- +goose StatementEnd

CREATE TABLE training_sessions (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    day text NOT NULL,
    state text NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
    content text NOT NULL,
    invited text NOT NULL,
    organiser_id text NOT NULL,
    organiser_name text NOT NULL,
    held_at datetime,
    version integer NOT NULL,
    reason text NOT NULL DEFAULT '',
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX training_sessions_day ON training_sessions (enterprise_id, day);

CREATE TABLE training_readings (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    study_id text NOT NULL,
    account_id text NOT NULL,
    person_name text NOT NULL,
    content text NOT NULL,
    given_id text NOT NULL,
    given_name text NOT NULL,
    given_on text NOT NULL,
    due_on text NOT NULL,
    opened_at datetime,
    studied_on text,
    minutes integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 0,
    withdrawn_at datetime,
    reason text NOT NULL DEFAULT '',
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX training_readings_once ON training_readings (enterprise_id, study_id, account_id);
CREATE INDEX training_readings_given ON training_readings (enterprise_id, given_on);

CREATE TABLE training_facts (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('held', 'attended', 'studied', 'tested')),
    subject_id text NOT NULL,
    account_id text,
    version integer NOT NULL,
    day text NOT NULL,
    title text NOT NULL,
    minutes integer NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('held', 'present', 'absent', 'studied', 'passed', 'failed')),
    how text NOT NULL CHECK (how IN ('self', 'device', 'noted')),
    person_name text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    reason text NOT NULL DEFAULT '',
    files text NOT NULL DEFAULT '',
    signed text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    fact_seq integer NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX training_facts_version ON training_facts (enterprise_id, kind, subject_id, account_id, version);
CREATE INDEX training_facts_person ON training_facts (enterprise_id, account_id, day);
CREATE INDEX training_facts_seq ON training_facts (enterprise_id, fact_seq);
-- +goose StatementBegin
CREATE TRIGGER training_facts_no_update BEFORE UPDATE ON training_facts BEGIN SELECT RAISE(ABORT, 'sealed: training_facts is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER training_facts_no_delete BEFORE DELETE ON training_facts BEGIN SELECT RAISE(ABORT, 'sealed: training_facts is insert-only'); END;
-- +goose StatementEnd
