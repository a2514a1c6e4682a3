-- People who may enter: accounts, what they may do and for whom, their sessions,
-- and what they did.

-- +goose Up

CREATE TABLE accounts (
    id text NOT NULL PRIMARY KEY,
    login text NOT NULL,
    name text NOT NULL,
    phone_cipher blob,
    phone_index blob,
    password_hash text NOT NULL,
    must_change boolean NOT NULL DEFAULT true,
    failures integer NOT NULL DEFAULT 0,
    locked_until datetime,
    created_at datetime NOT NULL,
    disabled_at datetime
);
CREATE UNIQUE INDEX accounts_login ON accounts (login);
CREATE INDEX accounts_phone ON accounts (phone_index);

-- A membership is a role held for one enterprise or in one agency, from an
-- instant and until one; it ends write access the moment it ends. owner_name is
-- the name of that enterprise or agency, as whoever granted the role knew it.
CREATE TABLE memberships (
    id text NOT NULL PRIMARY KEY,
    account_id text NOT NULL REFERENCES accounts (id),
    enterprise_id text,
    agency_id text,
    owner_name text NOT NULL DEFAULT '',
    role text NOT NULL,
    source_id text,
    from_at datetime NOT NULL,
    until_at datetime,
    CHECK ((enterprise_id IS NULL) <> (agency_id IS NULL))
);
CREATE INDEX memberships_account ON memberships (account_id);
CREATE INDEX memberships_enterprise ON memberships (enterprise_id);
CREATE INDEX memberships_agency ON memberships (agency_id);
CREATE INDEX memberships_source ON memberships (source_id);

CREATE TABLE sessions (
    id text NOT NULL PRIMARY KEY,
    account_id text NOT NULL REFERENCES accounts (id),
    device text NOT NULL DEFAULT '',
    address text NOT NULL DEFAULT '',
    created_at datetime NOT NULL,
    last_used_at datetime NOT NULL,
    expires_at datetime NOT NULL,
    revoked_at datetime,
    revoked_why text NOT NULL DEFAULT ''
);
CREATE INDEX sessions_account ON sessions (account_id);

-- Only hashes are kept. A used token answers again for 60 seconds with the same
-- successor: a lost answer on a bad line is not theft.
CREATE TABLE refresh_tokens (
    hash blob NOT NULL PRIMARY KEY,
    session_id text NOT NULL REFERENCES sessions (id),
    generation integer NOT NULL,
    issued_at datetime NOT NULL,
    expires_at datetime NOT NULL,
    used_at datetime
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);

-- The owner is the enterprise or the agency for whom was acted; none for logins.
CREATE TABLE audit_entries (
    id text NOT NULL PRIMARY KEY,
    owner_id text,
    account_id text,
    account_name text NOT NULL DEFAULT '',
    at datetime NOT NULL,
    operation text NOT NULL,
    outcome text NOT NULL,
    subject_id text,
    address text NOT NULL DEFAULT '',
    request text NOT NULL DEFAULT ''
);
CREATE INDEX audit_entries_owner ON audit_entries (owner_id, id);
CREATE INDEX audit_entries_account ON audit_entries (account_id, id);
-- +goose StatementBegin
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries BEGIN SELECT RAISE(ABORT, 'sealed: audit_entries is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries BEGIN SELECT RAISE(ABORT, 'sealed: audit_entries is insert-only'); END;
-- +goose StatementEnd
