-- What must be done by when, as rows made in advance (应履行事项); the bells that
-- have rung; the calendar of statutory workdays.

-- +goose Up

CREATE TABLE calendar_years (
    year integer PRIMARY KEY,
    source text NOT NULL,
    loaded_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_years TO zhize_app;
GRANT SELECT ON calendar_years TO zhize_sweep;

CREATE TABLE calendar_days (
    day date PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('off', 'work')),
    name text NOT NULL,
    year integer NOT NULL REFERENCES calendar_years (year)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_days TO zhize_app;
GRANT SELECT ON calendar_days TO zhize_sweep;

-- The working pattern of a site. Minutes count from midnight of the business day;
-- more than 1,440 lies past midnight. Weekdays are bits, Monday is 1. rest_on_holidays
-- follows the statutory calendar; shops open on holidays, factories stop.
CREATE TABLE shifts (
    enterprise_id uuid NOT NULL,
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    name text NOT NULL,
    starts integer NOT NULL CHECK (starts BETWEEN 0 AND 1439),
    ends integer NOT NULL CHECK (ends > starts AND ends <= starts + 1440),
    grace integer NOT NULL CHECK (grace BETWEEN 0 AND 720),
    weekdays integer NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    rest_on_holidays boolean NOT NULL,
    from_day date NOT NULL,
    until_day date,
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, site_id) REFERENCES sites (enterprise_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON shifts TO zhize_app;
GRANT SELECT ON shifts TO zhize_sweep;
ALTER TABLE shifts ENABLE ROW LEVEL SECURITY;
ALTER TABLE shifts FORCE ROW LEVEL SECURITY;
CREATE POLICY shifts_enterprise ON shifts TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY shifts_area ON shifts FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY shifts_sweep ON shifts TO zhize_sweep USING (true) WITH CHECK (true);

-- A day that departs from the pattern: open though the pattern rests, or resting.
CREATE TABLE day_exceptions (
    enterprise_id uuid NOT NULL,
    site_id uuid NOT NULL,
    day date NOT NULL,
    open boolean NOT NULL,
    reason text NOT NULL,
    made_by uuid,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, site_id, day)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON day_exceptions TO zhize_app;
GRANT SELECT ON day_exceptions TO zhize_sweep;
ALTER TABLE day_exceptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE day_exceptions FORCE ROW LEVEL SECURITY;
CREATE POLICY day_exceptions_enterprise ON day_exceptions TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY day_exceptions_area ON day_exceptions FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY day_exceptions_sweep ON day_exceptions TO zhize_sweep USING (true) WITH CHECK (true);

-- A notice that a site does not work (停产/停业/放假), at most 30 days, signed by the
-- principal before the days it excuses are over.
CREATE TABLE suspensions (
    enterprise_id uuid NOT NULL,
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('production_stop', 'business_stop', 'holiday')),
    reason text NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    filed_by uuid NOT NULL,
    filed_name text NOT NULL,
    filed_at timestamptz NOT NULL,
    signed_by uuid,
    signed_name text NOT NULL DEFAULT '',
    signed_at timestamptz,
    ended_at timestamptz,
    CHECK (until_day >= from_day),
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, site_id) REFERENCES sites (enterprise_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON suspensions TO zhize_app;
GRANT SELECT ON suspensions TO zhize_sweep;
ALTER TABLE suspensions ENABLE ROW LEVEL SECURITY;
ALTER TABLE suspensions FORCE ROW LEVEL SECURITY;
CREATE POLICY suspensions_enterprise ON suspensions TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY suspensions_area ON suspensions FOR SELECT TO zhize_app USING (enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY suspensions_sweep ON suspensions TO zhize_sweep USING (true) WITH CHECK (true);

-- The state is never stored: it follows from the instants below and the instant of
-- the question. path is the office in charge when the row was made.
CREATE TABLE obligations (
    enterprise_id uuid NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    period_start date NOT NULL,
    site_id uuid,
    path text COLLATE "C" NOT NULL DEFAULT '',
    opens_at timestamptz NOT NULL,
    due_until timestamptz NOT NULL,
    fulfilled_at timestamptz,
    fulfilled_by uuid,
    outcome text NOT NULL DEFAULT '',
    lateness text NOT NULL DEFAULT '',
    excused_at timestamptz,
    excuse text NOT NULL DEFAULT '',
    excuse_id uuid,
    PRIMARY KEY (enterprise_id, kind, subject_id, period_start)
);
CREATE INDEX obligations_day ON obligations (kind, period_start, path);
CREATE INDEX obligations_open ON obligations (kind, due_until, path) WHERE fulfilled_at IS NULL AND excused_at IS NULL;
CREATE INDEX obligations_site ON obligations (enterprise_id, kind, site_id, period_start);
GRANT SELECT, INSERT, UPDATE, DELETE ON obligations TO zhize_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON obligations TO zhize_sweep;
ALTER TABLE obligations ENABLE ROW LEVEL SECURITY;
ALTER TABLE obligations FORCE ROW LEVEL SECURITY;
CREATE POLICY obligations_enterprise ON obligations TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
-- An agency reads the rows made while it was in charge, as its tallies count them,
-- and those of the enterprises under it now. The first spares most rows the second.
CREATE POLICY obligations_area ON obligations FOR SELECT TO zhize_app USING (
    (path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true)))
    OR enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= (SELECT current_setting('app.path_from', true)) AND path < (SELECT current_setting('app.path_to', true))));
CREATE POLICY obligations_sweep ON obligations TO zhize_sweep USING (true) WITH CHECK (true);

-- A closed day counted per office and kind; an index over obligations, rebuildable.
CREATE TABLE day_tallies (
    path text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    day date NOT NULL,
    due integer NOT NULL,
    zero_risk integer NOT NULL,
    hazards integer NOT NULL,
    arrived_late integer NOT NULL,
    backfilled integer NOT NULL,
    excused integer NOT NULL,
    missed integer NOT NULL,
    PRIMARY KEY (path, kind, day)
);
CREATE INDEX day_tallies_day ON day_tallies (kind, day);
GRANT SELECT, INSERT, UPDATE ON day_tallies TO zhize_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON day_tallies TO zhize_sweep;
ALTER TABLE day_tallies ENABLE ROW LEVEL SECURITY;
ALTER TABLE day_tallies FORCE ROW LEVEL SECURITY;
CREATE POLICY day_tallies_area ON day_tallies FOR SELECT TO zhize_app USING (path >= current_setting('app.path_from', true) AND path < current_setting('app.path_to', true));
CREATE POLICY day_tallies_enterprise ON day_tallies TO zhize_app USING (path IN (SELECT path FROM enterprise_scope WHERE enterprise_id = current_enterprise()) OR path IN (SELECT path FROM obligations WHERE enterprise_id = current_enterprise()));
CREATE POLICY day_tallies_sweep ON day_tallies TO zhize_sweep USING (true) WITH CHECK (true);

-- One row per bell that rang: its key makes one effect among replicas.
CREATE TABLE fires (
    job text NOT NULL,
    due timestamptz NOT NULL,
    rang_at timestamptz NOT NULL,
    done_at timestamptz,
    PRIMARY KEY (job, due)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON fires TO zhize_app;
GRANT SELECT, INSERT, UPDATE ON fires TO zhize_sweep;
