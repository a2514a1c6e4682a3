-- Errands: work that a person asked for and does not wait for. Not evidence:
-- rows change while they run and are deleted when they expire.

-- +goose Up

CREATE TABLE errands (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    params text NOT NULL,
    agency_id uuid REFERENCES agencies (id),
    asked_by uuid NOT NULL,
    asked_name text NOT NULL,
    asked_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    attempt integer NOT NULL DEFAULT 0,
    lease_until timestamptz NOT NULL,
    stage text NOT NULL DEFAULT '',
    progress bigint NOT NULL DEFAULT 0,
    total bigint NOT NULL DEFAULT 0,
    cursor_json text NOT NULL DEFAULT '',
    started_at timestamptz,
    ended_at timestamptz,
    expires_at timestamptz NOT NULL,
    blob_key text NOT NULL DEFAULT '',
    result_name text NOT NULL DEFAULT '',
    result_media text NOT NULL DEFAULT '',
    result_size bigint NOT NULL DEFAULT 0,
    result_sha256 text NOT NULL DEFAULT '',
    error_code text NOT NULL DEFAULT '',
    error_text text NOT NULL DEFAULT '',
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX errands_waiting ON errands (lease_until) WHERE state IN ('queued', 'running');
CREATE INDEX errands_expiry ON errands (expires_at);
CREATE INDEX errands_agency ON errands (agency_id, id) WHERE agency_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON errands TO zhize_app;
GRANT SELECT, UPDATE, DELETE ON errands TO zhize_sweep;
ALTER TABLE errands ENABLE ROW LEVEL SECURITY;
ALTER TABLE errands FORCE ROW LEVEL SECURITY;
CREATE POLICY errands_enterprise ON errands TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY errands_area ON errands FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY errands_sweep ON errands TO zhize_sweep USING (true) WITH CHECK (true);
