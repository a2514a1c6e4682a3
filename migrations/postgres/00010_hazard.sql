-- Hazards (风险隐患): the present state as an index, the steps as sealed facts.

-- +goose Up

CREATE TABLE hazards (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    site_id uuid,
    item_id uuid,
    item_code text NOT NULL DEFAULT '',
    record_id uuid,
    day date NOT NULL,
    severity text NOT NULL CHECK (severity IN ('general', 'larger', 'major')),
    description text NOT NULL,
    state text NOT NULL CHECK (state IN ('found', 'measured', 'rectified', 'verified', 'closed')),
    opened_at timestamptz NOT NULL,
    opened_by uuid NOT NULL,
    opened_name text NOT NULL,
    due_at timestamptz NOT NULL,
    closed_at timestamptz,
    steps integer NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE INDEX hazards_open ON hazards (severity, enterprise_id) WHERE closed_at IS NULL;
CREATE INDEX hazards_record ON hazards (enterprise_id, record_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON hazards TO zhize_app;
GRANT SELECT ON hazards TO zhize_sweep;
ALTER TABLE hazards ENABLE ROW LEVEL SECURITY;
ALTER TABLE hazards FORCE ROW LEVEL SECURITY;
CREATE POLICY hazards_enterprise ON hazards TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY hazards_area ON hazards FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY hazards_sweep ON hazards TO zhize_sweep USING (true) WITH CHECK (true);

CREATE TABLE hazard_steps (
    enterprise_id uuid NOT NULL,
    hazard_id uuid NOT NULL,
    number integer NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('found', 'measure', 'rectified', 'sent_back', 'verified', 'closed', 'reopened')),
    note text NOT NULL,
    photos text NOT NULL DEFAULT '',
    self_verified boolean NOT NULL DEFAULT false,
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, hazard_id, number),
    FOREIGN KEY (enterprise_id, hazard_id) REFERENCES hazards (enterprise_id, id)
);
CREATE UNIQUE INDEX hazard_steps_id ON hazard_steps (enterprise_id, id);
CREATE TRIGGER hazard_steps_sealed BEFORE UPDATE OR DELETE ON hazard_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hazard_steps_kept BEFORE TRUNCATE ON hazard_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON hazard_steps TO zhize_app;
ALTER TABLE hazard_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE hazard_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY hazard_steps_enterprise ON hazard_steps TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY hazard_steps_area ON hazard_steps FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
