-- The weekly report (每周排查治理报告) as sealed versions, who has read it, and what
-- is not signed yet.

-- +goose Up

-- A person's words before he signs. The authority never sees them.
CREATE TABLE weekly_drafts (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    week text NOT NULL,
    account_id text NOT NULL,
    body blob NOT NULL,
    updated_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, week, account_id)
);

-- Version 1 is the report, later ones are its corrections (更正). The sealed body is
-- in facts under fact_seq and is the truth; this row is its index.
CREATE TABLE weekly_reports (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    week text NOT NULL,
    version integer NOT NULL,
    id text NOT NULL,
    version_id text NOT NULL,
    from_day text NOT NULL,
    to_day text NOT NULL,
    cutoff_at datetime NOT NULL,
    missed integer NOT NULL,
    found integer NOT NULL,
    open_hazards integer NOT NULL,
    lateness text NOT NULL CHECK (lateness IN ('on_time', 'backfilled')),
    reason text NOT NULL DEFAULT '',
    why text NOT NULL DEFAULT '',
    posts text NOT NULL,
    signer_id text NOT NULL,
    signer_name text NOT NULL,
    signed_at datetime NOT NULL,
    declaration text NOT NULL,
    body_hash blob NOT NULL,
    fact_seq bigint NOT NULL,
    PRIMARY KEY (enterprise_id, week, version)
);
CREATE UNIQUE INDEX weekly_reports_id ON weekly_reports (enterprise_id, id, version);
CREATE UNIQUE INDEX weekly_reports_version ON weekly_reports (enterprise_id, version_id);
-- +goose StatementBegin
CREATE TRIGGER weekly_reports_no_update BEFORE UPDATE ON weekly_reports BEGIN SELECT RAISE(ABORT, 'sealed: weekly_reports is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER weekly_reports_no_delete BEFORE DELETE ON weekly_reports BEGIN SELECT RAISE(ABORT, 'sealed: weekly_reports is insert-only'); END;
-- +goose StatementEnd

-- The principal's 阅知 of a version.
CREATE TABLE weekly_reads (
    enterprise_id text NOT NULL,
    report_id text NOT NULL,
    version integer NOT NULL,
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, report_id, version),
    FOREIGN KEY (enterprise_id, report_id, version) REFERENCES weekly_reports (enterprise_id, id, version)
);
-- +goose StatementBegin
CREATE TRIGGER weekly_reads_no_update BEFORE UPDATE ON weekly_reads BEGIN SELECT RAISE(ABORT, 'sealed: weekly_reads is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER weekly_reads_no_delete BEFORE DELETE ON weekly_reads BEGIN SELECT RAISE(ABORT, 'sealed: weekly_reads is insert-only'); END;
-- +goose StatementEnd
