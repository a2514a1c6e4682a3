-- Files (附件): bylaws, certificates, training material, kept by their hash.

-- +goose Up

CREATE TABLE files (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    sha256 text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('pdf', 'docx', 'jpeg', 'png', 'webp')),
    size integer NOT NULL,
    uploaded_by uuid,
    uploaded_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, sha256)
);
CREATE TRIGGER files_sealed BEFORE UPDATE OR DELETE ON files FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER files_kept BEFORE TRUNCATE ON files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON files TO zhize_app;
ALTER TABLE files ENABLE ROW LEVEL SECURITY;
ALTER TABLE files FORCE ROW LEVEL SECURITY;
CREATE POLICY files_enterprise ON files TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY files_area ON files FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
