-- How many days after the end of a week or month its report or meeting may still
-- be done in time; an enterprise that says nothing has the product's own terms.

-- +goose Up

CREATE TABLE obligation_terms (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    week_grace integer NOT NULL CHECK (week_grace BETWEEN 0 AND 6),
    month_grace integer NOT NULL CHECK (month_grace BETWEEN 0 AND 15),
    changed_by uuid,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON obligation_terms TO zhize_app;
GRANT SELECT ON obligation_terms TO zhize_sweep;
ALTER TABLE obligation_terms ENABLE ROW LEVEL SECURITY;
ALTER TABLE obligation_terms FORCE ROW LEVEL SECURITY;
CREATE POLICY obligation_terms_enterprise ON obligation_terms TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY obligation_terms_area ON obligation_terms FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY obligation_terms_sweep ON obligation_terms TO zhize_sweep USING (true) WITH CHECK (true);
