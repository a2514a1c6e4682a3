-- Certificates: how each stands as an index, what happened to it as sealed facts,
-- and the yearly self-check reports.

-- +goose Up

CREATE TABLE licences (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    kind text NOT NULL,
    number text NOT NULL,
    until_day text,
    content text NOT NULL,
    replaced_by text,
    withdrawal text NOT NULL DEFAULT '' CHECK (withdrawal IN ('', 'given_up', 'revoked', 'unused')),
    withdrawn_on text,
    reason text NOT NULL DEFAULT '',
    version integer NOT NULL,
    entered_id text NOT NULL,
    entered_name text NOT NULL,
    entered_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX licences_number ON licences (enterprise_id, kind, number);

CREATE TABLE licence_facts (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    subject_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('entered', 'renewed', 'corrected', 'withdrawn')),
    version integer NOT NULL,
    text text NOT NULL,
    reason text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    fact_seq integer NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX licence_facts_version ON licence_facts (enterprise_id, subject_id, version);
CREATE INDEX licence_facts_at ON licence_facts (enterprise_id, at);
-- +goose StatementBegin
CREATE TRIGGER licence_facts_no_update BEFORE UPDATE ON licence_facts BEGIN SELECT RAISE(ABORT, 'sealed: licence_facts is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER licence_facts_no_delete BEFORE DELETE ON licence_facts BEGIN SELECT RAISE(ABORT, 'sealed: licence_facts is insert-only'); END;
-- +goose StatementEnd

CREATE TABLE self_checks (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    year integer NOT NULL,
    version integer NOT NULL,
    id text NOT NULL,
    published text NOT NULL,
    place text NOT NULL,
    report text NOT NULL,
    reason text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    fact_seq integer NOT NULL,
    PRIMARY KEY (enterprise_id, year, version)
);
CREATE UNIQUE INDEX self_checks_id ON self_checks (enterprise_id, id);
-- +goose StatementBegin
CREATE TRIGGER self_checks_no_update BEFORE UPDATE ON self_checks BEGIN SELECT RAISE(ABORT, 'sealed: self_checks is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER self_checks_no_delete BEFORE DELETE ON self_checks BEGIN SELECT RAISE(ABORT, 'sealed: self_checks is insert-only'); END;
-- +goose StatementEnd
