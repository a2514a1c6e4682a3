-- The whole life of an appointment: the letter (任命书), its answer, how it ended
-- (任免调整文件), what the staffing rules lack, and the duty matrix.

-- +goose Up

-- Sites and products are ids joined by commas; none means all.
ALTER TABLE appointments ADD COLUMN sites text NOT NULL DEFAULT '';
UPDATE appointments SET sites = site_id WHERE site_id IS NOT NULL;
ALTER TABLE appointments DROP COLUMN site_id;
ALTER TABLE appointments ADD COLUMN products text NOT NULL DEFAULT '';
ALTER TABLE appointments ADD COLUMN employment text NOT NULL DEFAULT 'full_time' CHECK (employment IN ('full_time', 'part_time'));

-- A letter's id is that of the appointment it becomes when it is accepted.
-- until_day is the last day of the term.
CREATE TABLE appointment_letters (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    number integer NOT NULL,
    day text NOT NULL,
    account_id text NOT NULL REFERENCES accounts (id),
    person_name text NOT NULL,
    post text NOT NULL CHECK (post IN ('principal', 'director', 'officer')),
    employment text NOT NULL CHECK (employment IN ('full_time', 'part_time')),
    sites text NOT NULL DEFAULT '',
    products text NOT NULL DEFAULT '',
    until_day text,
    veto boolean NOT NULL,
    report boolean NOT NULL,
    duties text NOT NULL,
    deputy_of text,
    replaces text,
    made_by text,
    made_name text NOT NULL,
    made_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX appointment_letters_number ON appointment_letters (enterprise_id, number);
-- +goose StatementBegin
CREATE TRIGGER appointment_letters_no_update BEFORE UPDATE ON appointment_letters BEGIN SELECT RAISE(ABORT, 'sealed: appointment_letters is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER appointment_letters_no_delete BEFORE DELETE ON appointment_letters BEGIN SELECT RAISE(ABORT, 'sealed: appointment_letters is insert-only'); END;
-- +goose StatementEnd

-- The person's answer, or that the letter was withdrawn before he gave one.
CREATE TABLE appointment_answers (
    enterprise_id text NOT NULL,
    letter_id text NOT NULL,
    answer text NOT NULL CHECK (answer IN ('accepted', 'refused', 'withdrawn')),
    reason text NOT NULL DEFAULT '',
    declaration text NOT NULL DEFAULT '',
    by_id text,
    by_name text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, letter_id),
    FOREIGN KEY (enterprise_id, letter_id) REFERENCES appointment_letters (enterprise_id, id)
);
-- +goose StatementBegin
CREATE TRIGGER appointment_answers_no_update BEFORE UPDATE ON appointment_answers BEGIN SELECT RAISE(ABORT, 'sealed: appointment_answers is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER appointment_answers_no_delete BEFORE DELETE ON appointment_answers BEGIN SELECT RAISE(ABORT, 'sealed: appointment_answers is insert-only'); END;
-- +goose StatementEnd

-- handed lists what went to whom, as JSON; successor_id is absent where it was
-- left to the post.
CREATE TABLE appointment_endings (
    enterprise_id text NOT NULL,
    appointment_id text NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('dismissed', 'resigned', 'replaced', 'renewed')),
    reason text NOT NULL,
    successor_id text,
    successor_name text NOT NULL DEFAULT '',
    handed text NOT NULL DEFAULT '[]',
    by_id text,
    by_name text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, appointment_id),
    FOREIGN KEY (enterprise_id, appointment_id) REFERENCES appointments (enterprise_id, id)
);
-- +goose StatementBegin
CREATE TRIGGER appointment_endings_no_update BEFORE UPDATE ON appointment_endings BEGIN SELECT RAISE(ABORT, 'sealed: appointment_endings is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER appointment_endings_no_delete BEFORE DELETE ON appointment_endings BEGIN SELECT RAISE(ABORT, 'sealed: appointment_endings is insert-only'); END;
-- +goose StatementEnd

-- From when until when a staffing rule was not met. An index: what applies now
-- is derived from the archive and the appointments.
CREATE TABLE staffing_gaps (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    rule text NOT NULL,
    opened_at datetime NOT NULL,
    closed_at datetime,
    closed_how text NOT NULL DEFAULT '' CHECK (closed_how IN ('', 'filled', 'not_required')),
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX staffing_gaps_open ON staffing_gaps (enterprise_id, rule) WHERE closed_at IS NULL;

-- What an agency decided for its area about a rule whose text is not settled;
-- the newest row counts, and the nearest agency's before its superior's.
CREATE TABLE staffing_switches (
    id text NOT NULL PRIMARY KEY,
    agency_id text NOT NULL REFERENCES agencies (id),
    rule text NOT NULL,
    decision text NOT NULL CHECK (decision IN ('required', 'not_required', 'undecided')),
    reason text NOT NULL,
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL
);
CREATE INDEX staffing_switches_agency ON staffing_switches (agency_id, rule, at);
-- +goose StatementBegin
CREATE TRIGGER staffing_switches_no_update BEFORE UPDATE ON staffing_switches BEGIN SELECT RAISE(ABORT, 'sealed: staffing_switches is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER staffing_switches_no_delete BEFORE DELETE ON staffing_switches BEGIN SELECT RAISE(ABORT, 'sealed: staffing_switches is insert-only'); END;
-- +goose StatementEnd

-- Versions of the duty matrix (岗位质量安全责任矩阵); cells are JSON.
CREATE TABLE duty_matrices (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    version integer NOT NULL,
    id text NOT NULL,
    list_id text NOT NULL,
    list_version integer NOT NULL,
    cells text NOT NULL,
    made_by text NOT NULL,
    made_name text NOT NULL,
    made_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, version)
);
CREATE UNIQUE INDEX duty_matrices_id ON duty_matrices (enterprise_id, id);
-- +goose StatementBegin
CREATE TRIGGER duty_matrices_no_update BEFORE UPDATE ON duty_matrices BEGIN SELECT RAISE(ABORT, 'sealed: duty_matrices is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER duty_matrices_no_delete BEFORE DELETE ON duty_matrices BEGIN SELECT RAISE(ABORT, 'sealed: duty_matrices is insert-only'); END;
-- +goose StatementEnd
