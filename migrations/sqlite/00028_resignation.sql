-- Who signs a letter or ends an appointment may do so by hand; one who resigns
-- may stay until a last day.

-- +goose Up

ALTER TABLE appointment_letters ADD COLUMN declaration text NOT NULL DEFAULT '';
ALTER TABLE appointment_endings ADD COLUMN declaration text NOT NULL DEFAULT '';

-- A resignation with notice. The ending is written when the last day is over, or
-- when the holder leaves or is replaced before.
CREATE TABLE appointment_resignations (
    enterprise_id text NOT NULL,
    appointment_id text NOT NULL,
    last_day text NOT NULL,
    reason text NOT NULL,
    successor_id text,
    successor_name text NOT NULL DEFAULT '',
    declaration text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, appointment_id),
    FOREIGN KEY (enterprise_id, appointment_id) REFERENCES appointments (enterprise_id, id)
);
-- +goose StatementBegin
CREATE TRIGGER appointment_resignations_no_update BEFORE UPDATE ON appointment_resignations BEGIN SELECT RAISE(ABORT, 'sealed: appointment_resignations is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER appointment_resignations_no_delete BEFORE DELETE ON appointment_resignations BEGIN SELECT RAISE(ABORT, 'sealed: appointment_resignations is insert-only'); END;
-- +goose StatementEnd
