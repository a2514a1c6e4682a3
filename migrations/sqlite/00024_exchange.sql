-- Files that were brought, as they are tried and stored; copies of past paper
-- records.

-- +goose Up

CREATE TABLE imports (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    sheet text NOT NULL,
    file_name text NOT NULL,
    size integer NOT NULL,
    blob_key text NOT NULL,
    state text NOT NULL CHECK (state IN ('trying', 'faulty', 'ready', 'storing', 'stored')),
    uploaded_by text NOT NULL,
    uploaded_name text NOT NULL,
    uploaded_at datetime NOT NULL,
    row_count integer NOT NULL DEFAULT 0,
    fault_rows integer NOT NULL DEFAULT 0,
    stored integer NOT NULL DEFAULT 0,
    faults text NOT NULL DEFAULT '[]',
    storing_id text,
    PRIMARY KEY (enterprise_id, id)
);

-- What was on paper before is copied, says so, and counts for nothing.
CREATE TABLE transcripts (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('daily', 'weekly', 'monthly', 'training')),
    day text NOT NULL,
    who text NOT NULL,
    summary text NOT NULL,
    outcome text NOT NULL DEFAULT '',
    paper text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX transcripts_day ON transcripts (enterprise_id, day, id);
-- +goose StatementBegin
CREATE TRIGGER transcripts_no_update BEFORE UPDATE ON transcripts BEGIN SELECT RAISE(ABORT, 'sealed: transcripts is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER transcripts_no_delete BEFORE DELETE ON transcripts BEGIN SELECT RAISE(ABORT, 'sealed: transcripts is insert-only'); END;
-- +goose StatementEnd
