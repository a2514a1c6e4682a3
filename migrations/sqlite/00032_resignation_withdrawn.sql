-- Who resigned with notice may take it back until he is gone, and may resign
-- again: resignations of an appointment are numbered.

-- +goose Up

CREATE TABLE resignations_numbered (
    enterprise_id text NOT NULL,
    appointment_id text NOT NULL,
    number integer NOT NULL,
    last_day text NOT NULL,
    reason text NOT NULL,
    successor_id text,
    successor_name text NOT NULL DEFAULT '',
    declaration text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, appointment_id, number),
    FOREIGN KEY (enterprise_id, appointment_id) REFERENCES appointments (enterprise_id, id)
);
INSERT INTO resignations_numbered SELECT enterprise_id, appointment_id, 1, last_day, reason, successor_id, successor_name, declaration, by_id, at FROM appointment_resignations;
DROP TABLE appointment_resignations;
ALTER TABLE resignations_numbered RENAME TO appointment_resignations;
-- +goose StatementBegin
CREATE TRIGGER appointment_resignations_no_update BEFORE UPDATE ON appointment_resignations BEGIN SELECT RAISE(ABORT, 'sealed: appointment_resignations is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER appointment_resignations_no_delete BEFORE DELETE ON appointment_resignations BEGIN SELECT RAISE(ABORT, 'sealed: appointment_resignations is insert-only'); END;
-- +goose StatementEnd

CREATE TABLE appointment_stays (
    enterprise_id text NOT NULL,
    appointment_id text NOT NULL,
    number integer NOT NULL,
    reason text NOT NULL,
    declaration text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, appointment_id, number),
    FOREIGN KEY (enterprise_id, appointment_id, number) REFERENCES appointment_resignations (enterprise_id, appointment_id, number)
);
-- +goose StatementBegin
CREATE TRIGGER appointment_stays_no_update BEFORE UPDATE ON appointment_stays BEGIN SELECT RAISE(ABORT, 'sealed: appointment_stays is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER appointment_stays_no_delete BEFORE DELETE ON appointment_stays BEGIN SELECT RAISE(ABORT, 'sealed: appointment_stays is insert-only'); END;
-- +goose StatementEnd
