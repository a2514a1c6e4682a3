-- Documents that an enterprise must have (制度文件): the head with its draft,
-- approved versions, who is asked to confirm, and what was done, as sealed facts.

-- +goose Up

CREATE TABLE bylaws (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    kind text NOT NULL,
    draft_state text NOT NULL DEFAULT '' CHECK (draft_state IN ('', 'draft', 'submitted')),
    form text NOT NULL DEFAULT '' CHECK (form IN ('', 'text', 'file')),
    text text NOT NULL DEFAULT '',
    file_sha256 text NOT NULL DEFAULT '',
    file_name text NOT NULL DEFAULT '',
    posts text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    drafted_by text,
    drafted_name text NOT NULL DEFAULT '',
    drafted_at datetime,
    revision integer NOT NULL DEFAULT 0,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX bylaws_kind ON bylaws (enterprise_id, kind);

CREATE TABLE bylaw_versions (
    enterprise_id text NOT NULL,
    bylaw_id text NOT NULL,
    version integer NOT NULL,
    id text NOT NULL,
    form text NOT NULL CHECK (form IN ('text', 'file')),
    text text NOT NULL,
    file_sha256 text NOT NULL DEFAULT '',
    file_name text NOT NULL DEFAULT '',
    posts text NOT NULL,
    note text NOT NULL DEFAULT '',
    revision integer NOT NULL,
    approved_by text NOT NULL,
    approved_name text NOT NULL,
    approved_at datetime NOT NULL,
    declaration text NOT NULL,
    effective_day text NOT NULL,
    review_day text NOT NULL,
    hash text NOT NULL,
    fact_seq integer NOT NULL,
    PRIMARY KEY (enterprise_id, bylaw_id, version),
    FOREIGN KEY (enterprise_id, bylaw_id) REFERENCES bylaws (enterprise_id, id)
);
-- +goose StatementBegin
CREATE TRIGGER bylaw_versions_no_update BEFORE UPDATE ON bylaw_versions BEGIN SELECT RAISE(ABORT, 'sealed: bylaw_versions is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER bylaw_versions_no_delete BEFORE DELETE ON bylaw_versions BEGIN SELECT RAISE(ABORT, 'sealed: bylaw_versions is insert-only'); END;
-- +goose StatementEnd

-- What the principal did to a version afterwards: 复审 or 废止.
CREATE TABLE bylaw_acts (
    enterprise_id text NOT NULL,
    id text NOT NULL,
    bylaw_id text NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('reviewed', 'repealed')),
    note text NOT NULL,
    review_day text,
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    fact_seq integer NOT NULL,
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, bylaw_id, version) REFERENCES bylaw_versions (enterprise_id, bylaw_id, version)
);
CREATE INDEX bylaw_acts_version ON bylaw_acts (enterprise_id, bylaw_id, version);
-- +goose StatementBegin
CREATE TRIGGER bylaw_acts_no_update BEFORE UPDATE ON bylaw_acts BEGIN SELECT RAISE(ABORT, 'sealed: bylaw_acts is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER bylaw_acts_no_delete BEFORE DELETE ON bylaw_acts BEGIN SELECT RAISE(ABORT, 'sealed: bylaw_acts is insert-only'); END;
-- +goose StatementEnd

-- Who is asked to confirm a version, each once. Left is set when he leaves
-- office before he has.
CREATE TABLE bylaw_requests (
    enterprise_id text NOT NULL,
    id text NOT NULL,
    bylaw_id text NOT NULL,
    version integer NOT NULL,
    account_id text NOT NULL,
    person_name text NOT NULL,
    asked_at datetime NOT NULL,
    left_at datetime,
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, bylaw_id, version) REFERENCES bylaw_versions (enterprise_id, bylaw_id, version)
);
CREATE UNIQUE INDEX bylaw_requests_person ON bylaw_requests (enterprise_id, bylaw_id, version, account_id);

CREATE TABLE bylaw_confirmations (
    enterprise_id text NOT NULL,
    request_id text NOT NULL,
    account_id text NOT NULL,
    person_name text NOT NULL,
    by_approval boolean NOT NULL DEFAULT false,
    declaration text NOT NULL,
    hash text NOT NULL,
    at datetime NOT NULL,
    fact_seq integer NOT NULL,
    PRIMARY KEY (enterprise_id, request_id),
    FOREIGN KEY (enterprise_id, request_id) REFERENCES bylaw_requests (enterprise_id, id)
);
-- +goose StatementBegin
CREATE TRIGGER bylaw_confirmations_no_update BEFORE UPDATE ON bylaw_confirmations BEGIN SELECT RAISE(ABORT, 'sealed: bylaw_confirmations is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER bylaw_confirmations_no_delete BEFORE DELETE ON bylaw_confirmations BEGIN SELECT RAISE(ABORT, 'sealed: bylaw_confirmations is insert-only'); END;
-- +goose StatementEnd
