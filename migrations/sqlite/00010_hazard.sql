-- Hazards (风险隐患): the present state as an index, the steps as sealed facts.

-- +goose Up

CREATE TABLE hazards (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    site_id text,
    item_id text,
    item_code text NOT NULL DEFAULT '',
    record_id text,
    day text NOT NULL,
    severity text NOT NULL CHECK (severity IN ('general', 'larger', 'major')),
    description text NOT NULL,
    state text NOT NULL CHECK (state IN ('found', 'measured', 'rectified', 'verified', 'closed')),
    opened_at datetime NOT NULL,
    opened_by text NOT NULL,
    opened_name text NOT NULL,
    due_at datetime NOT NULL,
    closed_at datetime,
    steps integer NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX hazards_open ON hazards (severity, enterprise_id) WHERE closed_at IS NULL;
CREATE INDEX hazards_record ON hazards (enterprise_id, record_id);

CREATE TABLE hazard_steps (
    enterprise_id text NOT NULL,
    hazard_id text NOT NULL,
    number integer NOT NULL,
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('found', 'measure', 'rectified', 'sent_back', 'verified', 'closed', 'reopened')),
    note text NOT NULL,
    photos text NOT NULL DEFAULT '',
    self_verified boolean NOT NULL DEFAULT false,
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, hazard_id, number),
    FOREIGN KEY (enterprise_id, hazard_id) REFERENCES hazards (enterprise_id, id)
);
CREATE UNIQUE INDEX hazard_steps_id ON hazard_steps (enterprise_id, id);
-- +goose StatementBegin
CREATE TRIGGER hazard_steps_no_update BEFORE UPDATE ON hazard_steps BEGIN SELECT RAISE(ABORT, 'sealed: hazard_steps is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER hazard_steps_no_delete BEFORE DELETE ON hazard_steps BEGIN SELECT RAISE(ABORT, 'sealed: hazard_steps is insert-only'); END;
-- +goose StatementEnd
