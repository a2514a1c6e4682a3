-- The risk-control list (风险管控清单): versions, of which a draft may change and an
-- approved one never.

-- +goose Up

-- items is the list as one stored document; version 0 is the draft.
CREATE TABLE risk_lists (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    version integer NOT NULL,
    state text NOT NULL CHECK (state IN ('draft', 'approved')),
    items bytea NOT NULL,
    note text NOT NULL DEFAULT '',
    drafted_by uuid,
    drafted_name text NOT NULL DEFAULT '',
    drafted_at timestamptz NOT NULL,
    approved_by uuid,
    approved_name text NOT NULL DEFAULT '',
    approved_at timestamptz,
    effective_day date,
    revision integer NOT NULL DEFAULT 1,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX risk_lists_version ON risk_lists (enterprise_id, version);
GRANT SELECT, INSERT, UPDATE, DELETE ON risk_lists TO zhize_app;
GRANT SELECT ON risk_lists TO zhize_sweep;
ALTER TABLE risk_lists ENABLE ROW LEVEL SECURITY;
ALTER TABLE risk_lists FORCE ROW LEVEL SECURITY;
CREATE POLICY risk_lists_enterprise ON risk_lists TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY risk_lists_area ON risk_lists FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY risk_lists_sweep ON risk_lists TO zhize_sweep USING (true) WITH CHECK (true);

-- +goose StatementBegin
CREATE FUNCTION refuse_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'approved' THEN
        RAISE EXCEPTION 'sealed: an approved list does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER risk_lists_sealed BEFORE UPDATE OR DELETE ON risk_lists FOR EACH ROW EXECUTE FUNCTION refuse_approved();
CREATE TRIGGER risk_lists_kept BEFORE TRUNCATE ON risk_lists FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
