-- The authorities as a tree, what lies in whose area, and the trace that every
-- look leaves for the enterprise to see.

-- +goose Up

-- path ends in "/" and begins with the path of the agency above.
CREATE TABLE agencies (
    id text NOT NULL PRIMARY KEY,
    parent_id text REFERENCES agencies (id),
    level text NOT NULL CHECK (level IN ('city', 'district', 'office')),
    name text NOT NULL,
    path text NOT NULL,
    created_at datetime NOT NULL
);
CREATE UNIQUE INDEX agencies_path ON agencies (path);

-- The path of the office that supervises the enterprise now.
CREATE TABLE enterprise_scope (
    enterprise_id text NOT NULL PRIMARY KEY,
    path text NOT NULL
);
CREATE INDEX enterprise_scope_path ON enterprise_scope (path, enterprise_id);

-- Which office, and there which named officer, supervises from which day (附件2,
-- 三(五)); a change of officer is to be entered within 5 workdays.
CREATE TABLE assignments (
    enterprise_id text NOT NULL,
    id text NOT NULL,
    agency_id text NOT NULL REFERENCES agencies (id),
    officer_id text REFERENCES accounts (id),
    officer_name text NOT NULL DEFAULT '',
    from_day text NOT NULL,
    until_day text,
    made_by text,
    made_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);

CREATE TABLE looks (
    enterprise_id text NOT NULL,
    id text NOT NULL,
    agency_id text NOT NULL REFERENCES agencies (id),
    agency_name text NOT NULL,
    account_id text NOT NULL,
    account_name text NOT NULL,
    at datetime NOT NULL,
    what text NOT NULL CHECK (what IN ('enterprise', 'daily', 'record', 'paper', 'photo', 'export')),
    subject_id text NOT NULL DEFAULT '',
    PRIMARY KEY (enterprise_id, id)
);
-- +goose StatementBegin
CREATE TRIGGER looks_no_update BEFORE UPDATE ON looks BEGIN SELECT RAISE(ABORT, 'sealed: looks is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER looks_no_delete BEFORE DELETE ON looks BEGIN SELECT RAISE(ABORT, 'sealed: looks is insert-only'); END;
-- +goose StatementEnd
