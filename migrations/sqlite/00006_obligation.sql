-- What must be done by when, as rows made in advance (应履行事项); the bells that
-- have rung; the calendar of statutory workdays.

-- +goose Up

CREATE TABLE calendar_years (
    year integer PRIMARY KEY,
    source text NOT NULL,
    loaded_at datetime NOT NULL
);

CREATE TABLE calendar_days (
    day text NOT NULL PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('off', 'work')),
    name text NOT NULL,
    year integer NOT NULL REFERENCES calendar_years (year)
);

-- The working pattern of a site. Minutes count from midnight of the business day;
-- more than 1,440 lies past midnight. Weekdays are bits, Monday is 1. rest_on_holidays
-- follows the statutory calendar; shops open on holidays, factories stop.
CREATE TABLE shifts (
    enterprise_id text NOT NULL,
    id text NOT NULL,
    site_id text NOT NULL,
    name text NOT NULL,
    starts integer NOT NULL CHECK (starts BETWEEN 0 AND 1439),
    ends integer NOT NULL CHECK (ends > starts AND ends <= starts + 1440),
    grace integer NOT NULL CHECK (grace BETWEEN 0 AND 720),
    weekdays integer NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    rest_on_holidays boolean NOT NULL,
    from_day text NOT NULL,
    until_day text,
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, site_id) REFERENCES sites (enterprise_id, id)
);

-- A day that departs from the pattern: open though the pattern rests, or resting.
CREATE TABLE day_exceptions (
    enterprise_id text NOT NULL,
    site_id text NOT NULL,
    day text NOT NULL,
    open boolean NOT NULL,
    reason text NOT NULL,
    made_by text,
    made_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, site_id, day)
);

-- A notice that a site does not work (停产/停业/放假), at most 30 days, signed by the
-- principal before the days it excuses are over.
CREATE TABLE suspensions (
    enterprise_id text NOT NULL,
    id text NOT NULL,
    site_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('production_stop', 'business_stop', 'holiday')),
    reason text NOT NULL,
    from_day text NOT NULL,
    until_day text NOT NULL,
    filed_by text NOT NULL,
    filed_name text NOT NULL,
    filed_at datetime NOT NULL,
    signed_by text,
    signed_name text NOT NULL DEFAULT '',
    signed_at datetime,
    ended_at datetime,
    CHECK (until_day >= from_day),
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, site_id) REFERENCES sites (enterprise_id, id)
);

-- The state is never stored: it follows from the instants below and the instant of
-- the question. path is the office in charge when the row was made.
CREATE TABLE obligations (
    enterprise_id text NOT NULL,
    kind text NOT NULL,
    subject_id text NOT NULL,
    period_start text NOT NULL,
    site_id text,
    path text NOT NULL DEFAULT '',
    opens_at datetime NOT NULL,
    due_until datetime NOT NULL,
    fulfilled_at datetime,
    fulfilled_by text,
    outcome text NOT NULL DEFAULT '',
    lateness text NOT NULL DEFAULT '',
    excused_at datetime,
    excuse text NOT NULL DEFAULT '',
    excuse_id text,
    PRIMARY KEY (enterprise_id, kind, subject_id, period_start)
);
CREATE INDEX obligations_day ON obligations (kind, period_start, path);
CREATE INDEX obligations_open ON obligations (kind, due_until, path) WHERE fulfilled_at IS NULL AND excused_at IS NULL;
CREATE INDEX obligations_site ON obligations (enterprise_id, kind, site_id, period_start);

-- A closed day counted per office and kind; an index over obligations, rebuildable.
CREATE TABLE day_tallies (
    path text NOT NULL,
    kind text NOT NULL,
    day text NOT NULL,
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

-- One row per bell that rang: its key makes one effect among replicas.
CREATE TABLE fires (
    job text NOT NULL,
    due datetime NOT NULL,
    rang_at datetime NOT NULL,
    done_at datetime,
    PRIMARY KEY (job, due)
);
