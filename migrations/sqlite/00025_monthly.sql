-- The month's minutes (每月工业产品质量安全调度会议纪要): what is prepared, who signed
-- attendance, what the principal signed, and the resolutions. All but the drafts
-- are sealed.

-- +goose Up

CREATE TABLE monthlies (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    version integer NOT NULL,
    version_id text NOT NULL,
    month_start text NOT NULL,
    body text NOT NULL,
    people text NOT NULL,
    names text NOT NULL,
    strokes text NOT NULL,
    signed_by text NOT NULL,
    signed_name text NOT NULL,
    signed_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, id, version)
);
CREATE UNIQUE INDEX monthlies_month ON monthlies (enterprise_id, month_start, version);
CREATE UNIQUE INDEX monthlies_version ON monthlies (enterprise_id, version_id);
-- +goose StatementBegin
CREATE TRIGGER monthlies_no_update BEFORE UPDATE ON monthlies BEGIN SELECT RAISE(ABORT, 'sealed: monthlies is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER monthlies_no_delete BEFORE DELETE ON monthlies BEGIN SELECT RAISE(ABORT, 'sealed: monthlies is insert-only'); END;
-- +goose StatementEnd

CREATE TABLE monthly_drafts (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    month_start text NOT NULL,
    draft text NOT NULL,
    revision integer NOT NULL,
    saved_by text NOT NULL,
    saved_name text NOT NULL,
    saved_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, month_start)
);

CREATE TABLE monthly_attendances (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    month_start text NOT NULL,
    account_id text NOT NULL,
    name text NOT NULL,
    signature text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, month_start, account_id)
);
-- +goose StatementBegin
CREATE TRIGGER monthly_attendances_no_update BEFORE UPDATE ON monthly_attendances BEGIN SELECT RAISE(ABORT, 'sealed: monthly_attendances is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER monthly_attendances_no_delete BEFORE DELETE ON monthly_attendances BEGIN SELECT RAISE(ABORT, 'sealed: monthly_attendances is insert-only'); END;
-- +goose StatementEnd

CREATE TABLE resolutions (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    monthly_id text NOT NULL,
    number integer NOT NULL,
    month_start text NOT NULL,
    decided_day text NOT NULL,
    what text NOT NULL,
    owner_id text NOT NULL,
    owner_name text NOT NULL,
    due_day text NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX resolutions_monthly ON resolutions (enterprise_id, monthly_id, number);
CREATE INDEX resolutions_month ON resolutions (enterprise_id, month_start);
-- +goose StatementBegin
CREATE TRIGGER resolutions_no_update BEFORE UPDATE ON resolutions BEGIN SELECT RAISE(ABORT, 'sealed: resolutions is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER resolutions_no_delete BEFORE DELETE ON resolutions BEGIN SELECT RAISE(ABORT, 'sealed: resolutions is insert-only'); END;
-- +goose StatementEnd

CREATE TABLE resolution_steps (
    enterprise_id text NOT NULL,
    resolution_id text NOT NULL,
    number integer NOT NULL,
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('done', 'sent_back')),
    note text NOT NULL,
    photos text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, resolution_id, number),
    FOREIGN KEY (enterprise_id, resolution_id) REFERENCES resolutions (enterprise_id, id)
);
CREATE UNIQUE INDEX resolution_steps_id ON resolution_steps (enterprise_id, id);
-- +goose StatementBegin
CREATE TRIGGER resolution_steps_no_update BEFORE UPDATE ON resolution_steps BEGIN SELECT RAISE(ABORT, 'sealed: resolution_steps is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER resolution_steps_no_delete BEFORE DELETE ON resolution_steps BEGIN SELECT RAISE(ABORT, 'sealed: resolution_steps is insert-only'); END;
-- +goose StatementEnd
