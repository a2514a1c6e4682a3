-- Who signs a letter or ends an appointment may do so by hand; one who resigns
-- may stay until a last day.

-- +goose Up

ALTER TABLE appointment_letters ADD COLUMN declaration text NOT NULL DEFAULT '';
ALTER TABLE appointment_endings ADD COLUMN declaration text NOT NULL DEFAULT '';

-- A resignation with notice. The ending is written when the last day is over, or
-- when the holder leaves or is replaced before.
CREATE TABLE appointment_resignations (
    enterprise_id uuid NOT NULL,
    appointment_id uuid NOT NULL,
    last_day date NOT NULL,
    reason text NOT NULL,
    successor_id uuid,
    successor_name text NOT NULL DEFAULT '',
    declaration text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, appointment_id),
    FOREIGN KEY (enterprise_id, appointment_id) REFERENCES appointments (enterprise_id, id)
);
CREATE TRIGGER appointment_resignations_sealed BEFORE UPDATE OR DELETE ON appointment_resignations FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER appointment_resignations_kept BEFORE TRUNCATE ON appointment_resignations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON appointment_resignations TO zhize_app;
ALTER TABLE appointment_resignations ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointment_resignations FORCE ROW LEVEL SECURITY;
CREATE POLICY appointment_resignations_enterprise ON appointment_resignations TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY appointment_resignations_area ON appointment_resignations FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
