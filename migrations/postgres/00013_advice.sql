-- Advice under Article 4 (意见建议, 否决建议): as it was raised, and what came of
-- it. Both are sealed; how an advice stands is read from its steps.

-- +goose Up

CREATE TABLE advices (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('opinion', 'stop')),
    day date NOT NULL,
    facts text NOT NULL,
    goods text NOT NULL,
    actions text NOT NULL DEFAULT '',
    wish text NOT NULL DEFAULT '',
    photos text NOT NULL DEFAULT '',
    former_id uuid,
    declaration text NOT NULL,
    signature text NOT NULL,
    raised_by uuid NOT NULL,
    raised_name text NOT NULL,
    raised_post text NOT NULL CHECK (raised_post IN ('director', 'officer')),
    raised_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, former_id) REFERENCES advices (enterprise_id, id)
);
CREATE INDEX advices_day ON advices (enterprise_id, day);
CREATE INDEX advices_former ON advices (enterprise_id, former_id);
CREATE TRIGGER advices_sealed BEFORE UPDATE OR DELETE ON advices FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER advices_kept BEFORE TRUNCATE ON advices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON advices TO zhize_app;
ALTER TABLE advices ENABLE ROW LEVEL SECURITY;
ALTER TABLE advices FORCE ROW LEVEL SECURITY;
CREATE POLICY advices_enterprise ON advices TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY advices_area ON advices FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE advice_steps (
    enterprise_id uuid NOT NULL,
    advice_id uuid NOT NULL,
    number integer NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('adopted', 'partly', 'refused', 'withdrawn')),
    reason text NOT NULL DEFAULT '',
    measures text NOT NULL DEFAULT '',
    met_on date,
    declaration text NOT NULL DEFAULT '',
    signature text NOT NULL,
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, advice_id, number),
    FOREIGN KEY (enterprise_id, advice_id) REFERENCES advices (enterprise_id, id)
);
CREATE UNIQUE INDEX advice_steps_id ON advice_steps (enterprise_id, id);
CREATE TRIGGER advice_steps_sealed BEFORE UPDATE OR DELETE ON advice_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER advice_steps_kept BEFORE TRUNCATE ON advice_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON advice_steps TO zhize_app;
ALTER TABLE advice_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE advice_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY advice_steps_enterprise ON advice_steps TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY advice_steps_area ON advice_steps FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
