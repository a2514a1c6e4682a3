-- The evidence: sealed facts, one chain of links per enterprise, and the signed
-- checkpoints over all chain heads.

-- +goose Up

-- The head of each chain; appending locks it.
CREATE TABLE chains (
    enterprise_id uuid PRIMARY KEY,
    epoch integer NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON chains TO zhize_app;
GRANT SELECT ON chains TO zhize_sweep;
ALTER TABLE chains ENABLE ROW LEVEL SECURITY;
ALTER TABLE chains FORCE ROW LEVEL SECURITY;
CREATE POLICY chains_enterprise ON chains TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY chains_area ON chains FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY chains_sweep ON chains TO zhize_sweep USING (true) WITH CHECK (true);

CREATE TABLE links (
    enterprise_id uuid NOT NULL,
    seq bigint NOT NULL,
    epoch integer NOT NULL,
    version integer NOT NULL,
    prev bytea NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    day date,
    at timestamptz NOT NULL,
    algorithm text NOT NULL,
    key_id text NOT NULL,
    body_hash bytea NOT NULL,
    personal_hash bytea NOT NULL,
    photos_hash bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (enterprise_id, seq)
);
CREATE INDEX links_subject ON links (enterprise_id, subject_id);
CREATE TRIGGER links_sealed BEFORE UPDATE OR DELETE ON links FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER links_kept BEFORE TRUNCATE ON links FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON links TO zhize_app;
GRANT SELECT ON links TO zhize_sweep;
ALTER TABLE links ENABLE ROW LEVEL SECURITY;
ALTER TABLE links FORCE ROW LEVEL SECURITY;
CREATE POLICY links_enterprise ON links TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY links_area ON links FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY links_sweep ON links TO zhize_sweep USING (true) WITH CHECK (true);

-- What a link commits to. The body is the stored byte string, never written anew.
CREATE TABLE facts (
    enterprise_id uuid NOT NULL,
    seq bigint NOT NULL,
    body bytea NOT NULL,
    personal bytea NOT NULL,
    photos bytea NOT NULL,
    body_salt bytea NOT NULL,
    personal_salt bytea NOT NULL,
    photos_salt bytea NOT NULL,
    PRIMARY KEY (enterprise_id, seq),
    FOREIGN KEY (enterprise_id, seq) REFERENCES links (enterprise_id, seq)
);
CREATE TRIGGER facts_sealed BEFORE UPDATE OR DELETE ON facts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER facts_kept BEFORE TRUNCATE ON facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON facts TO zhize_app;
ALTER TABLE facts ENABLE ROW LEVEL SECURITY;
ALTER TABLE facts FORCE ROW LEVEL SECURITY;
CREATE POLICY facts_enterprise ON facts TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY facts_area ON facts FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

CREATE TABLE checkpoints (
    number bigint PRIMARY KEY,
    note bytea NOT NULL,
    at timestamptz NOT NULL
);
CREATE TRIGGER checkpoints_sealed BEFORE UPDATE OR DELETE ON checkpoints FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoints_kept BEFORE TRUNCATE ON checkpoints FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON checkpoints TO zhize_app;
GRANT SELECT, INSERT ON checkpoints TO zhize_sweep;

-- A chain's head in a checkpoint, and its proof of inclusion. A chain that has
-- not grown keeps its earlier row.
CREATE TABLE checkpoint_heads (
    enterprise_id uuid NOT NULL,
    number bigint NOT NULL REFERENCES checkpoints (number),
    epoch integer NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    receipt bytea NOT NULL,
    PRIMARY KEY (enterprise_id, number)
);
CREATE TRIGGER checkpoint_heads_sealed BEFORE UPDATE OR DELETE ON checkpoint_heads FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_heads_kept BEFORE TRUNCATE ON checkpoint_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON checkpoint_heads TO zhize_app;
GRANT SELECT, INSERT ON checkpoint_heads TO zhize_sweep;
ALTER TABLE checkpoint_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE checkpoint_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY checkpoint_heads_enterprise ON checkpoint_heads TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY checkpoint_heads_area ON checkpoint_heads FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY checkpoint_heads_sweep ON checkpoint_heads TO zhize_sweep USING (true) WITH CHECK (true);
