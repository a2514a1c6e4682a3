-- The daily record (每日检查记录) as sealed versions, its exceptional answers, its
-- reviews, and the photos that prove it.

-- +goose Up

-- Photos are kept by their hash; a photo that is sent twice is one photo.
CREATE TABLE photos (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    sha256 text NOT NULL,
    mime text NOT NULL,
    size integer NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    uploaded_by text,
    uploaded_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, sha256)
);
-- +goose StatementBegin
CREATE TRIGGER photos_no_update BEFORE UPDATE ON photos BEGIN SELECT RAISE(ABORT, 'sealed: photos is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER photos_no_delete BEFORE DELETE ON photos BEGIN SELECT RAISE(ABORT, 'sealed: photos is insert-only'); END;
-- +goose StatementEnd

-- A draft that reached us while its officer was online. The authority never sees it.
CREATE TABLE daily_drafts (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    account_id text NOT NULL,
    site_id text NOT NULL,
    shift_id text NOT NULL,
    day text NOT NULL,
    body blob NOT NULL,
    updated_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);

-- Version 1 is the record, later ones are its corrections (更正). The sealed body is
-- in facts under fact_seq and is the truth; this row is its index.
CREATE TABLE daily_records (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    day text NOT NULL,
    id text NOT NULL,
    version integer NOT NULL,
    version_id text NOT NULL,
    site_id text NOT NULL,
    shift_id text NOT NULL,
    list_id text NOT NULL,
    list_version integer NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('zero_risk', 'hazards')),
    bulk boolean NOT NULL,
    passed integer NOT NULL,
    failed integer NOT NULL,
    not_applicable integer NOT NULL,
    lateness text NOT NULL CHECK (lateness IN ('on_time', 'arrived_late', 'backfilled')),
    reason text NOT NULL DEFAULT '',
    officer_id text NOT NULL,
    officer_name text NOT NULL,
    started_at datetime NOT NULL,
    submitted_at datetime NOT NULL,
    skew_ms integer NOT NULL,
    received_at datetime NOT NULL,
    body_hash blob NOT NULL,
    fact_seq integer NOT NULL,
    PRIMARY KEY (enterprise_id, day, id, version)
);
CREATE UNIQUE INDEX daily_records_one ON daily_records (enterprise_id, day, site_id, shift_id) WHERE version = 1;
CREATE UNIQUE INDEX daily_records_version ON daily_records (enterprise_id, version_id);
CREATE UNIQUE INDEX daily_records_id ON daily_records (enterprise_id, id, version);
-- +goose StatementBegin
CREATE TRIGGER daily_records_no_update BEFORE UPDATE ON daily_records BEGIN SELECT RAISE(ABORT, 'sealed: daily_records is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER daily_records_no_delete BEFORE DELETE ON daily_records BEGIN SELECT RAISE(ABORT, 'sealed: daily_records is insert-only'); END;
-- +goose StatementEnd

-- Only answers that failed, did not apply or measured; a passed one is in the body.
CREATE TABLE daily_answers (
    enterprise_id text NOT NULL,
    day text NOT NULL,
    record_id text NOT NULL,
    version integer NOT NULL,
    item_id text NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('pass', 'fail', 'na')),
    bulk text NOT NULL DEFAULT '',
    value text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    hazard_id text,
    PRIMARY KEY (enterprise_id, day, record_id, version, item_id),
    FOREIGN KEY (enterprise_id, day, record_id, version) REFERENCES daily_records (enterprise_id, day, id, version)
);
-- +goose StatementBegin
CREATE TRIGGER daily_answers_no_update BEFORE UPDATE ON daily_answers BEGIN SELECT RAISE(ABORT, 'sealed: daily_answers is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER daily_answers_no_delete BEFORE DELETE ON daily_answers BEGIN SELECT RAISE(ABORT, 'sealed: daily_answers is insert-only'); END;
-- +goose StatementEnd

-- The director's review; "correction_requested" asks for a 更正 and leaves the record
-- submitted.
CREATE TABLE daily_reviews (
    enterprise_id text NOT NULL,
    id text NOT NULL,
    day text NOT NULL,
    record_id text NOT NULL,
    version integer NOT NULL,
    opinion text NOT NULL CHECK (opinion IN ('accepted', 'correction_requested')),
    note text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, day, record_id, version) REFERENCES daily_records (enterprise_id, day, id, version)
);
CREATE INDEX daily_reviews_record ON daily_reviews (enterprise_id, record_id);
-- +goose StatementBegin
CREATE TRIGGER daily_reviews_no_update BEFORE UPDATE ON daily_reviews BEGIN SELECT RAISE(ABORT, 'sealed: daily_reviews is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER daily_reviews_no_delete BEFORE DELETE ON daily_reviews BEGIN SELECT RAISE(ABORT, 'sealed: daily_reviews is insert-only'); END;
-- +goose StatementEnd
