-- People who may enter: accounts, what they may do and for whom, their sessions,
-- and what they did.

-- +goose Up

CREATE TABLE accounts (
    id uuid PRIMARY KEY,
    login text NOT NULL,
    name text NOT NULL,
    phone_cipher bytea,
    phone_index bytea,
    password_hash text NOT NULL,
    must_change boolean NOT NULL DEFAULT true,
    failures integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz
);
CREATE UNIQUE INDEX accounts_login ON accounts (login);
CREATE INDEX accounts_phone ON accounts (phone_index);
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts TO zhize_app;
GRANT SELECT ON accounts TO zhize_sweep;

-- A membership is a role held for one enterprise or in one agency, from an
-- instant and until one; it ends write access the moment it ends. owner_name is
-- the name of that enterprise or agency, as whoever granted the role knew it.
CREATE TABLE memberships (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    enterprise_id uuid,
    agency_id uuid,
    owner_name text NOT NULL DEFAULT '',
    role text NOT NULL,
    source_id uuid,
    from_at timestamptz NOT NULL,
    until_at timestamptz,
    CHECK ((enterprise_id IS NULL) <> (agency_id IS NULL))
);
CREATE INDEX memberships_account ON memberships (account_id);
CREATE INDEX memberships_enterprise ON memberships (enterprise_id);
CREATE INDEX memberships_agency ON memberships (agency_id);
CREATE INDEX memberships_source ON memberships (source_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON memberships TO zhize_app;
GRANT SELECT ON memberships TO zhize_sweep;

CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    device text NOT NULL DEFAULT '',
    address text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    revoked_why text NOT NULL DEFAULT ''
);
CREATE INDEX sessions_account ON sessions (account_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO zhize_app;

-- Only hashes are kept. A used token answers again for 60 seconds with the same
-- successor: a lost answer on a bad line is not theft.
CREATE TABLE refresh_tokens (
    hash bytea PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES sessions (id),
    generation integer NOT NULL,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON refresh_tokens TO zhize_app;

-- The owner is the enterprise or the agency for whom was acted; none for logins.
CREATE TABLE audit_entries (
    id uuid PRIMARY KEY,
    owner_id uuid,
    account_id uuid,
    account_name text NOT NULL DEFAULT '',
    at timestamptz NOT NULL,
    operation text NOT NULL,
    outcome text NOT NULL,
    subject_id uuid,
    address text NOT NULL DEFAULT '',
    request text NOT NULL DEFAULT ''
);
CREATE INDEX audit_entries_owner ON audit_entries (owner_id, id);
CREATE INDEX audit_entries_account ON audit_entries (account_id, id);
CREATE TRIGGER audit_entries_sealed BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entries_kept BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON audit_entries TO zhize_app;
ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_entries_owner ON audit_entries TO zhize_app USING (owner_id IN (current_enterprise(), current_agency())) WITH CHECK (owner_id IS NULL OR owner_id IN (current_enterprise(), current_agency()));
-- Logins belong to nobody's tenant; those whose people they are may read them,
-- for as long as they are.
CREATE POLICY audit_entries_people ON audit_entries FOR SELECT TO zhize_app USING (owner_id IS NULL AND EXISTS (
    SELECT 1 FROM memberships m WHERE m.account_id = audit_entries.account_id AND (m.enterprise_id = current_enterprise() OR m.agency_id = current_agency())
        AND m.from_at <= audit_entries.at AND (m.until_at IS NULL OR m.until_at > audit_entries.at)));
