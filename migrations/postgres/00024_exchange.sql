-- Files that were brought, as they are tried and stored; copies of past paper
-- records.

-- +goose Up

CREATE TABLE imports (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    sheet text NOT NULL,
    file_name text NOT NULL,
    size integer NOT NULL,
    blob_key text NOT NULL,
    state text NOT NULL CHECK (state IN ('trying', 'faulty', 'ready', 'storing', 'stored')),
    uploaded_by uuid NOT NULL,
    uploaded_name text NOT NULL,
    uploaded_at timestamptz NOT NULL,
    row_count integer NOT NULL DEFAULT 0,
    fault_rows integer NOT NULL DEFAULT 0,
    stored integer NOT NULL DEFAULT 0,
    faults text NOT NULL DEFAULT '[]',
    storing_id uuid,
    PRIMARY KEY (enterprise_id, id)
);
GRANT SELECT, INSERT, UPDATE ON imports TO zhize_app;
ALTER TABLE imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE imports FORCE ROW LEVEL SECURITY;
CREATE POLICY imports_enterprise ON imports TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());

-- What was on paper before is copied, says so, and counts for nothing.
CREATE TABLE transcripts (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('daily', 'weekly', 'monthly', 'training')),
    day date NOT NULL,
    who text NOT NULL,
    summary text NOT NULL,
    outcome text NOT NULL DEFAULT '',
    paper text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX transcripts_day ON transcripts (enterprise_id, day, id);
CREATE TRIGGER transcripts_sealed BEFORE UPDATE OR DELETE ON transcripts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transcripts_kept BEFORE TRUNCATE ON transcripts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON transcripts TO zhize_app;
ALTER TABLE transcripts ENABLE ROW LEVEL SECURITY;
ALTER TABLE transcripts FORCE ROW LEVEL SECURITY;
CREATE POLICY transcripts_enterprise ON transcripts TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY transcripts_area ON transcripts FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
