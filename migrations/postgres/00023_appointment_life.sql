-- The whole life of an appointment: the letter (任命书), its answer, how it ended
-- (任免调整文件), what the staffing rules lack, and the duty matrix.

-- +goose Up

-- Sites and products are ids joined by commas; none means all.
ALTER TABLE appointments ADD COLUMN sites text NOT NULL DEFAULT '';
UPDATE appointments SET sites = site_id::text WHERE site_id IS NOT NULL;
ALTER TABLE appointments DROP COLUMN site_id;
ALTER TABLE appointments ADD COLUMN products text NOT NULL DEFAULT '';
ALTER TABLE appointments ADD COLUMN employment text NOT NULL DEFAULT 'full_time' CHECK (employment IN ('full_time', 'part_time'));

-- A letter's id is that of the appointment it becomes when it is accepted.
-- until_day is the last day of the term.
CREATE TABLE appointment_letters (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    number integer NOT NULL,
    day date NOT NULL,
    account_id uuid NOT NULL REFERENCES accounts (id),
    person_name text NOT NULL,
    post text NOT NULL CHECK (post IN ('principal', 'director', 'officer')),
    employment text NOT NULL CHECK (employment IN ('full_time', 'part_time')),
    sites text NOT NULL DEFAULT '',
    products text NOT NULL DEFAULT '',
    until_day date,
    veto boolean NOT NULL,
    report boolean NOT NULL,
    duties text NOT NULL,
    deputy_of uuid,
    replaces uuid,
    made_by uuid,
    made_name text NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX appointment_letters_number ON appointment_letters (enterprise_id, number);
CREATE TRIGGER appointment_letters_sealed BEFORE UPDATE OR DELETE ON appointment_letters FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER appointment_letters_kept BEFORE TRUNCATE ON appointment_letters FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON appointment_letters TO zhize_app;
ALTER TABLE appointment_letters ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointment_letters FORCE ROW LEVEL SECURITY;
CREATE POLICY appointment_letters_enterprise ON appointment_letters TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY appointment_letters_area ON appointment_letters FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

-- The person's answer, or that the letter was withdrawn before he gave one.
CREATE TABLE appointment_answers (
    enterprise_id uuid NOT NULL,
    letter_id uuid NOT NULL,
    answer text NOT NULL CHECK (answer IN ('accepted', 'refused', 'withdrawn')),
    reason text NOT NULL DEFAULT '',
    declaration text NOT NULL DEFAULT '',
    by_id uuid,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, letter_id),
    FOREIGN KEY (enterprise_id, letter_id) REFERENCES appointment_letters (enterprise_id, id)
);
CREATE TRIGGER appointment_answers_sealed BEFORE UPDATE OR DELETE ON appointment_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER appointment_answers_kept BEFORE TRUNCATE ON appointment_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON appointment_answers TO zhize_app;
ALTER TABLE appointment_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointment_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY appointment_answers_enterprise ON appointment_answers TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY appointment_answers_area ON appointment_answers FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

-- handed lists what went to whom, as JSON; successor_id is absent where it was
-- left to the post.
CREATE TABLE appointment_endings (
    enterprise_id uuid NOT NULL,
    appointment_id uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('dismissed', 'resigned', 'replaced', 'renewed')),
    reason text NOT NULL,
    successor_id uuid,
    successor_name text NOT NULL DEFAULT '',
    handed text NOT NULL DEFAULT '[]',
    by_id uuid,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, appointment_id),
    FOREIGN KEY (enterprise_id, appointment_id) REFERENCES appointments (enterprise_id, id)
);
CREATE TRIGGER appointment_endings_sealed BEFORE UPDATE OR DELETE ON appointment_endings FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER appointment_endings_kept BEFORE TRUNCATE ON appointment_endings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON appointment_endings TO zhize_app;
ALTER TABLE appointment_endings ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointment_endings FORCE ROW LEVEL SECURITY;
CREATE POLICY appointment_endings_enterprise ON appointment_endings TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY appointment_endings_area ON appointment_endings FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

-- From when until when a staffing rule was not met. An index: what applies now
-- is derived from the archive and the appointments.
CREATE TABLE staffing_gaps (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    id uuid NOT NULL,
    rule text NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    closed_how text NOT NULL DEFAULT '' CHECK (closed_how IN ('', 'filled', 'not_required')),
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX staffing_gaps_open ON staffing_gaps (enterprise_id, rule) WHERE closed_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON staffing_gaps TO zhize_app;
ALTER TABLE staffing_gaps ENABLE ROW LEVEL SECURITY;
ALTER TABLE staffing_gaps FORCE ROW LEVEL SECURITY;
CREATE POLICY staffing_gaps_enterprise ON staffing_gaps TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY staffing_gaps_area ON staffing_gaps FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));

-- What an agency decided for its area about a rule whose text is not settled;
-- the newest row counts, and the nearest agency's before its superior's.
CREATE TABLE staffing_switches (
    id uuid PRIMARY KEY,
    agency_id uuid NOT NULL REFERENCES agencies (id),
    rule text NOT NULL,
    decision text NOT NULL CHECK (decision IN ('required', 'not_required', 'undecided')),
    reason text NOT NULL,
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX staffing_switches_agency ON staffing_switches (agency_id, rule, at);
CREATE TRIGGER staffing_switches_sealed BEFORE UPDATE OR DELETE ON staffing_switches FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER staffing_switches_kept BEFORE TRUNCATE ON staffing_switches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON staffing_switches TO zhize_app;
GRANT SELECT ON staffing_switches TO zhize_sweep;

-- Versions of the duty matrix (岗位质量安全责任矩阵); cells are JSON.
CREATE TABLE duty_matrices (
    enterprise_id uuid NOT NULL REFERENCES enterprises (enterprise_id),
    version integer NOT NULL,
    id uuid NOT NULL,
    list_id uuid NOT NULL,
    list_version integer NOT NULL,
    cells text NOT NULL,
    made_by uuid NOT NULL,
    made_name text NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, version)
);
CREATE UNIQUE INDEX duty_matrices_id ON duty_matrices (enterprise_id, id);
CREATE TRIGGER duty_matrices_sealed BEFORE UPDATE OR DELETE ON duty_matrices FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER duty_matrices_kept BEFORE TRUNCATE ON duty_matrices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON duty_matrices TO zhize_app;
ALTER TABLE duty_matrices ENABLE ROW LEVEL SECURITY;
ALTER TABLE duty_matrices FORCE ROW LEVEL SECURITY;
CREATE POLICY duty_matrices_enterprise ON duty_matrices TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY duty_matrices_area ON duty_matrices FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
