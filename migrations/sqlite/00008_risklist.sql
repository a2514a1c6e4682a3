-- The risk-control list (风险管控清单): versions, of which a draft may change and an
-- approved one never.

-- +goose Up

-- items is the list as one stored document; version 0 is the draft.
CREATE TABLE risk_lists (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL CHECK (state IN ('draft', 'approved')),
    items blob NOT NULL,
    note text NOT NULL DEFAULT '',
    drafted_by text,
    drafted_name text NOT NULL DEFAULT '',
    drafted_at datetime NOT NULL,
    approved_by text,
    approved_name text NOT NULL DEFAULT '',
    approved_at datetime,
    effective_day text,
    revision integer NOT NULL DEFAULT 1,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX risk_lists_version ON risk_lists (enterprise_id, version);

-- +goose StatementBegin
CREATE TRIGGER risk_lists_no_update BEFORE UPDATE ON risk_lists WHEN OLD.state = 'approved' BEGIN SELECT RAISE(ABORT, 'sealed: an approved list does not change'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER risk_lists_no_delete BEFORE DELETE ON risk_lists WHEN OLD.state = 'approved' BEGIN SELECT RAISE(ABORT, 'sealed: an approved list does not change'); END;
-- +goose StatementEnd
