-- The archive of an enterprise (企业档案): who it is, what it does, where and with
-- which products, and how large it is by 附件1.

-- +goose Up

CREATE TABLE enterprises (
    enterprise_id uuid PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    identifier_kind text NOT NULL CHECK (identifier_kind IN ('uscc', 'regno15', 'none')),
    identifier text NOT NULL DEFAULT '',
    identifier_confirmed boolean NOT NULL DEFAULT false,
    no_identifier_reason text NOT NULL DEFAULT '',
    market text NOT NULL DEFAULT '',
    stall text NOT NULL DEFAULT '',
    address text NOT NULL DEFAULT '',
    legal_representative text NOT NULL DEFAULT '',
    contact text NOT NULL DEFAULT '',
    phone_cipher bytea,
    in_scope boolean,
    scope_note text NOT NULL DEFAULT '',
    entry_reason text NOT NULL DEFAULT '',
    surveyed_on date,
    survey_outcome text NOT NULL DEFAULT '',
    operating_state text NOT NULL DEFAULT 'open',
    size_grade text NOT NULL DEFAULT '',
    size_grade_words text NOT NULL DEFAULT '',
    origin text NOT NULL CHECK (origin IN ('office', 'registration')),
    begun_on date NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL DEFAULT 1
);
CREATE INDEX enterprises_name ON enterprises (name, enterprise_id);
CREATE UNIQUE INDEX enterprises_identifier ON enterprises (identifier) WHERE identifier <> '';
GRANT SELECT, INSERT, UPDATE, DELETE ON enterprises TO zhize_app;
GRANT SELECT ON enterprises TO zhize_sweep;
ALTER TABLE enterprises ENABLE ROW LEVEL SECURITY;
ALTER TABLE enterprises FORCE ROW LEVEL SECURITY;
CREATE POLICY enterprises_enterprise ON enterprises TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY enterprises_area ON enterprises FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY enterprises_sweep ON enterprises TO zhize_sweep USING (true) WITH CHECK (true);

CREATE TABLE businesses (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('production', 'wholesale', 'retail')),
    ended_on date,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX businesses_kind ON businesses (enterprise_id, kind);
GRANT SELECT, INSERT, UPDATE, DELETE ON businesses TO zhize_app;
ALTER TABLE businesses ENABLE ROW LEVEL SECURITY;
ALTER TABLE businesses FORCE ROW LEVEL SECURITY;
CREATE POLICY businesses_enterprise ON businesses TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY businesses_area ON businesses FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

-- revenue in yuan; the newest row of a business counts.
CREATE TABLE business_figures (
    enterprise_id uuid NOT NULL,
    id uuid NOT NULL,
    business_id uuid NOT NULL,
    headcount integer,
    revenue bigint,
    year integer NOT NULL,
    basis text NOT NULL,
    recorded_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, business_id) REFERENCES businesses (enterprise_id, id)
);
CREATE TRIGGER business_figures_sealed BEFORE UPDATE OR DELETE ON business_figures FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER business_figures_kept BEFORE TRUNCATE ON business_figures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON business_figures TO zhize_app;
ALTER TABLE business_figures ENABLE ROW LEVEL SECURITY;
ALTER TABLE business_figures FORCE ROW LEVEL SECURITY;
CREATE POLICY business_figures_enterprise ON business_figures TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY business_figures_area ON business_figures FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE size_grades (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    grade text NOT NULL,
    words text NOT NULL,
    from_at timestamptz NOT NULL,
    recorded_by uuid,
    PRIMARY KEY (enterprise_id, id)
);
CREATE TRIGGER size_grades_sealed BEFORE UPDATE OR DELETE ON size_grades FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER size_grades_kept BEFORE TRUNCATE ON size_grades FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON size_grades TO zhize_app;
ALTER TABLE size_grades ENABLE ROW LEVEL SECURITY;
ALTER TABLE size_grades FORCE ROW LEVEL SECURITY;
CREATE POLICY size_grades_enterprise ON size_grades TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY size_grades_area ON size_grades FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE sites (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('store', 'workshop', 'warehouse', 'stall')),
    name text NOT NULL,
    address text NOT NULL DEFAULT '',
    opened_on date NOT NULL,
    closed_on date,
    PRIMARY KEY (enterprise_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON sites TO zhize_app;
GRANT SELECT ON sites TO zhize_sweep;
ALTER TABLE sites ENABLE ROW LEVEL SECURITY;
ALTER TABLE sites FORCE ROW LEVEL SECURITY;
CREATE POLICY sites_enterprise ON sites TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY sites_area ON sites FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY sites_sweep ON sites TO zhize_sweep USING (true) WITH CHECK (true);

CREATE TABLE products (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    name text NOT NULL,
    category text NOT NULL,
    regime text NOT NULL CHECK (regime IN ('license', 'ccc', 'mandatory', 'none')),
    certificate text NOT NULL DEFAULT '',
    standard text NOT NULL DEFAULT '',
    added_on date NOT NULL,
    dropped_on date,
    PRIMARY KEY (enterprise_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON products TO zhize_app;
ALTER TABLE products ENABLE ROW LEVEL SECURITY;
ALTER TABLE products FORCE ROW LEVEL SECURITY;
CREATE POLICY products_enterprise ON products TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY products_area ON products FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
