-- What came in and went out by batch (进货查验、出厂检验), commissioned production,
-- and reports of suspicious goods.

-- +goose Up

CREATE TABLE goods_entries (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    entry_id uuid NOT NULL,
    version integer NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('purchase', 'delivery')),
    day date NOT NULL,
    site_id uuid NOT NULL,
    product text NOT NULL,
    model text NOT NULL DEFAULT '',
    batch text NOT NULL DEFAULT '',
    quantity bigint NOT NULL, -- thousandths of the unit
    unit text NOT NULL,
    partner text NOT NULL DEFAULT '',
    certificate text NOT NULL DEFAULT '',
    verdict text NOT NULL CHECK (verdict IN ('accepted', 'rejected')),
    note text NOT NULL DEFAULT '',
    photos text NOT NULL DEFAULT '',
    why text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    fact_seq bigint NOT NULL,
    PRIMARY KEY (enterprise_id, entry_id, version),
    FOREIGN KEY (enterprise_id, site_id) REFERENCES sites (enterprise_id, id)
);
CREATE UNIQUE INDEX goods_entries_id ON goods_entries (enterprise_id, id);
CREATE INDEX goods_entries_day ON goods_entries (enterprise_id, kind, day, entry_id);
CREATE TRIGGER goods_entries_sealed BEFORE UPDATE OR DELETE ON goods_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER goods_entries_kept BEFORE TRUNCATE ON goods_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON goods_entries TO zhize_app;
ALTER TABLE goods_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE goods_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY goods_entries_enterprise ON goods_entries TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY goods_entries_area ON goods_entries FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE commissions (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('principal', 'agent')),
    partner text NOT NULL,
    product text NOT NULL,
    license text NOT NULL DEFAULT '',
    from_day date NOT NULL,
    until_day date NOT NULL,
    contract text NOT NULL DEFAULT '',
    announced boolean NOT NULL,
    note text NOT NULL DEFAULT '',
    photos text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    ended_at timestamptz,
    ended_why text NOT NULL DEFAULT '',
    CHECK (until_day >= from_day),
    PRIMARY KEY (enterprise_id, id)
);
GRANT SELECT, INSERT, UPDATE ON commissions TO zhize_app;
ALTER TABLE commissions ENABLE ROW LEVEL SECURITY;
ALTER TABLE commissions FORCE ROW LEVEL SECURITY;
CREATE POLICY commissions_enterprise ON commissions TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY commissions_area ON commissions FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

-- A report as it was sent; what followed is steps of its own.
CREATE TABLE suspicions (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('price', 'source', 'counterfeit')),
    product text NOT NULL,
    batch text NOT NULL DEFAULT '',
    partner text NOT NULL DEFAULT '',
    quantity bigint NOT NULL, -- thousandths of the unit
    unit text NOT NULL,
    facts text NOT NULL,
    measure text NOT NULL,
    photos text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    fact_seq bigint NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE TRIGGER suspicions_sealed BEFORE UPDATE OR DELETE ON suspicions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER suspicions_kept BEFORE TRUNCATE ON suspicions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON suspicions TO zhize_app;
ALTER TABLE suspicions ENABLE ROW LEVEL SECURITY;
ALTER TABLE suspicions FORCE ROW LEVEL SECURITY;
CREATE POLICY suspicions_enterprise ON suspicions TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY suspicions_area ON suspicions FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE suspicion_steps (
    enterprise_id uuid NOT NULL,
    suspicion_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('receipt', 'outcome')),
    outcome text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    photos text NOT NULL DEFAULT '',
    agency_id uuid,
    agency_name text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, suspicion_id, kind),
    FOREIGN KEY (enterprise_id, suspicion_id) REFERENCES suspicions (enterprise_id, id)
);
CREATE TRIGGER suspicion_steps_sealed BEFORE UPDATE OR DELETE ON suspicion_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER suspicion_steps_kept BEFORE TRUNCATE ON suspicion_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON suspicion_steps TO zhize_app;
ALTER TABLE suspicion_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE suspicion_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY suspicion_steps_enterprise ON suspicion_steps TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY suspicion_steps_area ON suspicion_steps FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
