-- What came in and went out by batch (进货查验、出厂检验), commissioned production,
-- and reports of suspicious goods.

-- +goose Up

CREATE TABLE goods_entries (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    entry_id text NOT NULL,
    version integer NOT NULL,
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('purchase', 'delivery')),
    day text NOT NULL,
    site_id text NOT NULL,
    product text NOT NULL,
    model text NOT NULL DEFAULT '',
    batch text NOT NULL DEFAULT '',
    quantity integer NOT NULL, -- thousandths of the unit
    unit text NOT NULL,
    partner text NOT NULL DEFAULT '',
    certificate text NOT NULL DEFAULT '',
    verdict text NOT NULL CHECK (verdict IN ('accepted', 'rejected')),
    note text NOT NULL DEFAULT '',
    photos text NOT NULL DEFAULT '',
    why text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    fact_seq integer NOT NULL,
    PRIMARY KEY (enterprise_id, entry_id, version),
    FOREIGN KEY (enterprise_id, site_id) REFERENCES sites (enterprise_id, id)
);
CREATE UNIQUE INDEX goods_entries_id ON goods_entries (enterprise_id, id);
CREATE INDEX goods_entries_day ON goods_entries (enterprise_id, kind, day, entry_id);
-- +goose StatementBegin
CREATE TRIGGER goods_entries_no_update BEFORE UPDATE ON goods_entries BEGIN SELECT RAISE(ABORT, 'sealed: goods_entries is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER goods_entries_no_delete BEFORE DELETE ON goods_entries BEGIN SELECT RAISE(ABORT, 'sealed: goods_entries is insert-only'); END;
-- +goose StatementEnd

CREATE TABLE commissions (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    role text NOT NULL CHECK (role IN ('principal', 'agent')),
    partner text NOT NULL,
    product text NOT NULL,
    license text NOT NULL DEFAULT '',
    from_day text NOT NULL,
    until_day text NOT NULL,
    contract text NOT NULL DEFAULT '',
    announced boolean NOT NULL,
    note text NOT NULL DEFAULT '',
    photos text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    ended_at datetime,
    ended_why text NOT NULL DEFAULT '',
    CHECK (until_day >= from_day),
    PRIMARY KEY (enterprise_id, id)
);

-- A report as it was sent; what followed is steps of its own.
CREATE TABLE suspicions (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('price', 'source', 'counterfeit')),
    product text NOT NULL,
    batch text NOT NULL DEFAULT '',
    partner text NOT NULL DEFAULT '',
    quantity integer NOT NULL, -- thousandths of the unit
    unit text NOT NULL,
    facts text NOT NULL,
    measure text NOT NULL,
    photos text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    due_at datetime NOT NULL,
    fact_seq integer NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
-- +goose StatementBegin
CREATE TRIGGER suspicions_no_update BEFORE UPDATE ON suspicions BEGIN SELECT RAISE(ABORT, 'sealed: suspicions is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER suspicions_no_delete BEFORE DELETE ON suspicions BEGIN SELECT RAISE(ABORT, 'sealed: suspicions is insert-only'); END;
-- +goose StatementEnd

CREATE TABLE suspicion_steps (
    enterprise_id text NOT NULL,
    suspicion_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('receipt', 'outcome')),
    outcome text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    photos text NOT NULL DEFAULT '',
    agency_id text,
    agency_name text NOT NULL DEFAULT '',
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, suspicion_id, kind),
    FOREIGN KEY (enterprise_id, suspicion_id) REFERENCES suspicions (enterprise_id, id)
);
-- +goose StatementBegin
CREATE TRIGGER suspicion_steps_no_update BEFORE UPDATE ON suspicion_steps BEGIN SELECT RAISE(ABORT, 'sealed: suspicion_steps is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER suspicion_steps_no_delete BEFORE DELETE ON suspicion_steps BEGIN SELECT RAISE(ABORT, 'sealed: suspicion_steps is insert-only'); END;
-- +goose StatementEnd
