-- The whole loop of a hazard: its plan, whose it is, where it comes from, what
-- was contained, and what the authority ordered. Both tables are made anew,
-- because a CHECK cannot be changed here.

-- +goose Up

CREATE TABLE hazards_anew (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    site_id text,
    item_id text,
    item_code text NOT NULL DEFAULT '',
    record_id text,
    day text NOT NULL,
    severity text NOT NULL CHECK (severity IN ('general', 'larger', 'major')),
    description text NOT NULL,
    state text NOT NULL CHECK (state IN ('found', 'measured', 'planned', 'rectified', 'verified', 'closed')),
    opened_at datetime NOT NULL,
    opened_by text NOT NULL,
    opened_name text NOT NULL,
    due_at datetime NOT NULL,
    closed_at datetime,
    steps integer NOT NULL,
    source text NOT NULL DEFAULT 'check' CHECK (source IN ('check', 'weekly', 'spot', 'order', 'complaint', 'spot_check_failed')),
    source_number text NOT NULL DEFAULT '',
    batch text NOT NULL DEFAULT '',
    basis text NOT NULL DEFAULT '',
    cause text NOT NULL DEFAULT '' CHECK (cause IN ('', 'man', 'machine', 'material', 'method', 'environment', 'management')),
    planned boolean NOT NULL DEFAULT false,
    owner_id text,
    owner_name text NOT NULL DEFAULT '',
    to_report boolean NOT NULL DEFAULT false,
    rectified_at datetime,
    rectified_by text,
    found_again integer NOT NULL DEFAULT 0,
    recurrence_of text,
    recurrences integer NOT NULL DEFAULT 0,
    contained integer NOT NULL DEFAULT 0,
    photo_before text NOT NULL DEFAULT '',
    photo_after text NOT NULL DEFAULT '',
    agency_id text,
    agency_name text NOT NULL DEFAULT '',
    officer_id text,
    officer_name text NOT NULL DEFAULT '',
    PRIMARY KEY (enterprise_id, id)
);
INSERT INTO hazards_anew (enterprise_id, id, site_id, item_id, item_code, record_id, day, severity, description, state, opened_at, opened_by, opened_name, due_at, closed_at, steps)
    SELECT enterprise_id, id, site_id, item_id, item_code, record_id, day, severity, description, state, opened_at, opened_by, opened_name, due_at, closed_at, steps FROM hazards;

CREATE TABLE hazard_steps_anew (
    enterprise_id text NOT NULL,
    hazard_id text NOT NULL,
    number integer NOT NULL,
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('found', 'found_again', 'measure', 'reported', 'planned', 'extended', 'rectified', 'sent_back', 'verified', 'closed', 'reopened', 'contained', 'notified', 'receipted', 'recall_progress', 'lifted', 'assigned')),
    note text NOT NULL,
    photos text NOT NULL DEFAULT '',
    self_verified boolean NOT NULL DEFAULT false,
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    detail text NOT NULL DEFAULT '',
    record_id text,
    about_id text,
    about_name text NOT NULL DEFAULT '',
    PRIMARY KEY (enterprise_id, hazard_id, number),
    FOREIGN KEY (enterprise_id, hazard_id) REFERENCES hazards_anew (enterprise_id, id)
);
INSERT INTO hazard_steps_anew (enterprise_id, hazard_id, number, id, kind, note, photos, self_verified, by_id, by_name, at)
    SELECT enterprise_id, hazard_id, number, id, kind, note, photos, self_verified, by_id, by_name, at FROM hazard_steps;

DROP TABLE hazard_steps;
DROP TABLE hazards;
ALTER TABLE hazards_anew RENAME TO hazards;
ALTER TABLE hazard_steps_anew RENAME TO hazard_steps;

CREATE INDEX hazards_open ON hazards (severity, enterprise_id) WHERE closed_at IS NULL;
CREATE INDEX hazards_record ON hazards (enterprise_id, record_id);
CREATE INDEX hazards_item ON hazards (enterprise_id, item_id);
CREATE INDEX hazards_day ON hazards (enterprise_id, day);
CREATE UNIQUE INDEX hazard_steps_id ON hazard_steps (enterprise_id, id);
CREATE INDEX hazard_steps_record ON hazard_steps (enterprise_id, record_id) WHERE record_id IS NOT NULL;
-- +goose StatementBegin
CREATE TRIGGER hazard_steps_no_update BEFORE UPDATE ON hazard_steps BEGIN SELECT RAISE(ABORT, 'sealed: hazard_steps is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER hazard_steps_no_delete BEFORE DELETE ON hazard_steps BEGIN SELECT RAISE(ABORT, 'sealed: hazard_steps is insert-only'); END;
-- +goose StatementEnd
