-- Who holds which post, for which site, from when until when (任命).

-- +goose Up

-- No site means all sites. A leave deputy acts for the holder of another appointment.
CREATE TABLE appointments (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    account_id text NOT NULL REFERENCES accounts (id),
    person_name text NOT NULL,
    post text NOT NULL CHECK (post IN ('principal', 'director', 'officer')),
    site_id text,
    deputy_of text,
    from_at datetime NOT NULL,
    until_at datetime,
    ended_at datetime,
    ended_why text NOT NULL DEFAULT '',
    made_by text,
    made_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX appointments_account ON appointments (account_id);
