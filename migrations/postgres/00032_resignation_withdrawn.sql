-- Who resigned with notice may take it back until he is gone, and may resign
-- again: resignations of an appointment are numbered.

-- +goose Up

ALTER TABLE appointment_resignations ADD COLUMN number integer NOT NULL DEFAULT 1;
ALTER TABLE appointment_resignations ALTER COLUMN number DROP DEFAULT;
ALTER TABLE appointment_resignations DROP CONSTRAINT appointment_resignations_pkey;
ALTER TABLE appointment_resignations ADD PRIMARY KEY (enterprise_id, appointment_id, number);

CREATE TABLE appointment_stays (
    enterprise_id uuid NOT NULL,
    appointment_id uuid NOT NULL,
    number integer NOT NULL,
    reason text NOT NULL,
    declaration text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, appointment_id, number),
    FOREIGN KEY (enterprise_id, appointment_id, number) REFERENCES appointment_resignations (enterprise_id, appointment_id, number)
);
CREATE TRIGGER appointment_stays_sealed BEFORE UPDATE OR DELETE ON appointment_stays FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER appointment_stays_kept BEFORE TRUNCATE ON appointment_stays FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON appointment_stays TO zhize_app;
ALTER TABLE appointment_stays ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointment_stays FORCE ROW LEVEL SECURITY;
CREATE POLICY appointment_stays_enterprise ON appointment_stays TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY appointment_stays_area ON appointment_stays FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
