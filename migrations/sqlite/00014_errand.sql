-- Errands: work that a person asked for and does not wait for. Not evidence:
-- rows change while they run and are deleted when they expire.

-- +goose Up

CREATE TABLE errands (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    params text NOT NULL,
    agency_id text REFERENCES agencies (id),
    asked_by text NOT NULL,
    asked_name text NOT NULL,
    asked_at datetime NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    attempt integer NOT NULL DEFAULT 0,
    lease_until datetime NOT NULL,
    stage text NOT NULL DEFAULT '',
    progress integer NOT NULL DEFAULT 0,
    total integer NOT NULL DEFAULT 0,
    cursor_json text NOT NULL DEFAULT '',
    started_at datetime,
    ended_at datetime,
    expires_at datetime NOT NULL,
    blob_key text NOT NULL DEFAULT '',
    result_name text NOT NULL DEFAULT '',
    result_media text NOT NULL DEFAULT '',
    result_size integer NOT NULL DEFAULT 0,
    result_sha256 text NOT NULL DEFAULT '',
    error_code text NOT NULL DEFAULT '',
    error_text text NOT NULL DEFAULT '',
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX errands_waiting ON errands (lease_until) WHERE state IN ('queued', 'running');
CREATE INDEX errands_expiry ON errands (expires_at);
CREATE INDEX errands_agency ON errands (agency_id, id) WHERE agency_id IS NOT NULL;
