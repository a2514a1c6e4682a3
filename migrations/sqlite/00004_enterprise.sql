-- The archive of an enterprise (企业档案): who it is, what it does, where and with
-- which products, and how large it is by 附件1.

-- +goose Up

CREATE TABLE enterprises (
    enterprise_id text NOT NULL PRIMARY KEY,
    name text NOT NULL,
    identifier_kind text NOT NULL CHECK (identifier_kind IN ('uscc', 'regno15', 'none')),
    identifier text NOT NULL DEFAULT '',
    identifier_confirmed boolean NOT NULL DEFAULT false,
    no_identifier_reason text NOT NULL DEFAULT '',
    market text NOT NULL DEFAULT '',
    stall text NOT NULL DEFAULT '',
    address text NOT NULL DEFAULT '',
    legal_representative text NOT NULL DEFAULT '',
    contact text NOT NULL DEFAULT '',
    phone_cipher blob,
    in_scope boolean,
    scope_note text NOT NULL DEFAULT '',
    entry_reason text NOT NULL DEFAULT '',
    surveyed_on text,
    survey_outcome text NOT NULL DEFAULT '',
    operating_state text NOT NULL DEFAULT 'open',
    size_grade text NOT NULL DEFAULT '',
    size_grade_words text NOT NULL DEFAULT '',
    origin text NOT NULL CHECK (origin IN ('office', 'registration')),
    begun_on text NOT NULL,
    created_at datetime NOT NULL,
    revision integer NOT NULL DEFAULT 1
);
CREATE INDEX enterprises_name ON enterprises (name, enterprise_id);
CREATE UNIQUE INDEX enterprises_identifier ON enterprises (identifier) WHERE identifier <> '';

CREATE TABLE businesses (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('production', 'wholesale', 'retail')),
    ended_on text,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX businesses_kind ON businesses (enterprise_id, kind);

-- revenue in yuan; the newest row of a business counts.
CREATE TABLE business_figures (
    enterprise_id text NOT NULL,
    id text NOT NULL,
    business_id text NOT NULL,
    headcount integer,
    revenue integer,
    year integer NOT NULL,
    basis text NOT NULL,
    recorded_by text,
    recorded_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, business_id) REFERENCES businesses (enterprise_id, id)
);
-- +goose StatementBegin
CREATE TRIGGER business_figures_no_update BEFORE UPDATE ON business_figures BEGIN SELECT RAISE(ABORT, 'sealed: business_figures is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER business_figures_no_delete BEFORE DELETE ON business_figures BEGIN SELECT RAISE(ABORT, 'sealed: business_figures is insert-only'); END;
-- +goose StatementEnd

CREATE TABLE size_grades (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    grade text NOT NULL,
    words text NOT NULL,
    from_at datetime NOT NULL,
    recorded_by text,
    PRIMARY KEY (enterprise_id, id)
);
-- +goose StatementBegin
CREATE TRIGGER size_grades_no_update BEFORE UPDATE ON size_grades BEGIN SELECT RAISE(ABORT, 'sealed: size_grades is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER size_grades_no_delete BEFORE DELETE ON size_grades BEGIN SELECT RAISE(ABORT, 'sealed: size_grades is insert-only'); END;
-- +goose StatementEnd

CREATE TABLE sites (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('store', 'workshop', 'warehouse', 'stall')),
    name text NOT NULL,
    address text NOT NULL DEFAULT '',
    opened_on text NOT NULL,
    closed_on text,
    PRIMARY KEY (enterprise_id, id)
);

CREATE TABLE products (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    name text NOT NULL,
    category text NOT NULL,
    regime text NOT NULL CHECK (regime IN ('license', 'ccc', 'mandatory', 'none')),
    certificate text NOT NULL DEFAULT '',
    standard text NOT NULL DEFAULT '',
    added_on text NOT NULL,
    dropped_on text,
    PRIMARY KEY (enterprise_id, id)
);
