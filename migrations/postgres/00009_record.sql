-- The daily record (每日检查记录) as sealed versions, its exceptional answers, its
-- reviews, and the photos that prove it.

-- +goose Up

-- Photos are kept by their hash; a photo that is sent twice is one photo.
CREATE TABLE photos (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    sha256 text NOT NULL,
    mime text NOT NULL,
    size integer NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    uploaded_by uuid,
    uploaded_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, sha256)
);
CREATE TRIGGER photos_sealed BEFORE UPDATE OR DELETE ON photos FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER photos_kept BEFORE TRUNCATE ON photos FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON photos TO zhize_app;
ALTER TABLE photos ENABLE ROW LEVEL SECURITY;
ALTER TABLE photos FORCE ROW LEVEL SECURITY;
CREATE POLICY photos_enterprise ON photos TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY photos_area ON photos FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

-- A draft that reached us while its officer was online. The authority never sees it.
CREATE TABLE daily_drafts (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    site_id uuid NOT NULL,
    shift_id uuid NOT NULL,
    day date NOT NULL,
    body bytea NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON daily_drafts TO zhize_app;
ALTER TABLE daily_drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE daily_drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY daily_drafts_enterprise ON daily_drafts TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());

-- Version 1 is the record, later ones are its corrections (更正). The sealed body is
-- in facts under fact_seq and is the truth; this row is its index.
CREATE TABLE daily_records (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    day date NOT NULL,
    id uuid NOT NULL,
    version integer NOT NULL,
    version_id uuid NOT NULL,
    site_id uuid NOT NULL,
    shift_id uuid NOT NULL,
    list_id uuid NOT NULL,
    list_version integer NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('zero_risk', 'hazards')),
    bulk boolean NOT NULL,
    passed integer NOT NULL,
    failed integer NOT NULL,
    not_applicable integer NOT NULL,
    lateness text NOT NULL CHECK (lateness IN ('on_time', 'arrived_late', 'backfilled')),
    reason text NOT NULL DEFAULT '',
    officer_id uuid NOT NULL,
    officer_name text NOT NULL,
    started_at timestamptz NOT NULL,
    submitted_at timestamptz NOT NULL,
    skew_ms bigint NOT NULL,
    received_at timestamptz NOT NULL,
    body_hash bytea NOT NULL,
    fact_seq bigint NOT NULL,
    PRIMARY KEY (enterprise_id, day, id, version)
);
CREATE UNIQUE INDEX daily_records_one ON daily_records (enterprise_id, day, site_id, shift_id) WHERE version = 1;
CREATE UNIQUE INDEX daily_records_version ON daily_records (enterprise_id, version_id);
CREATE UNIQUE INDEX daily_records_id ON daily_records (enterprise_id, id, version);
CREATE TRIGGER daily_records_sealed BEFORE UPDATE OR DELETE ON daily_records FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER daily_records_kept BEFORE TRUNCATE ON daily_records FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON daily_records TO zhize_app;
ALTER TABLE daily_records ENABLE ROW LEVEL SECURITY;
ALTER TABLE daily_records FORCE ROW LEVEL SECURITY;
CREATE POLICY daily_records_enterprise ON daily_records TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY daily_records_area ON daily_records FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

-- Only answers that failed, did not apply or measured; a passed one is in the body.
CREATE TABLE daily_answers (
    enterprise_id uuid NOT NULL,
    day date NOT NULL,
    record_id uuid NOT NULL,
    version integer NOT NULL,
    item_id uuid NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('pass', 'fail', 'na')),
    bulk text NOT NULL DEFAULT '',
    value text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    hazard_id uuid,
    PRIMARY KEY (enterprise_id, day, record_id, version, item_id),
    FOREIGN KEY (enterprise_id, day, record_id, version) REFERENCES daily_records (enterprise_id, day, id, version)
);
CREATE TRIGGER daily_answers_sealed BEFORE UPDATE OR DELETE ON daily_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER daily_answers_kept BEFORE TRUNCATE ON daily_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON daily_answers TO zhize_app;
ALTER TABLE daily_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE daily_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY daily_answers_enterprise ON daily_answers TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY daily_answers_area ON daily_answers FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

-- The director's review; "correction_requested" asks for a 更正 and leaves the record
-- submitted.
CREATE TABLE daily_reviews (
    enterprise_id uuid NOT NULL,
    id uuid NOT NULL,
    day date NOT NULL,
    record_id uuid NOT NULL,
    version integer NOT NULL,
    opinion text NOT NULL CHECK (opinion IN ('accepted', 'correction_requested')),
    note text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, day, record_id, version) REFERENCES daily_records (enterprise_id, day, id, version)
);
CREATE INDEX daily_reviews_record ON daily_reviews (enterprise_id, record_id);
CREATE TRIGGER daily_reviews_sealed BEFORE UPDATE OR DELETE ON daily_reviews FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER daily_reviews_kept BEFORE TRUNCATE ON daily_reviews FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON daily_reviews TO zhize_app;
ALTER TABLE daily_reviews ENABLE ROW LEVEL SECURITY;
ALTER TABLE daily_reviews FORCE ROW LEVEL SECURITY;
CREATE POLICY daily_reviews_enterprise ON daily_reviews TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY daily_reviews_area ON daily_reviews FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
