-- Advice under Article 4 (意见建议, 否决建议): as it was raised, and what came of
-- it. Both are sealed; how an advice stands is read from its steps.

-- +goose Up

CREATE TABLE advices (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('opinion', 'stop')),
    day text NOT NULL,
    facts text NOT NULL,
    goods text NOT NULL,
    actions text NOT NULL DEFAULT '',
    wish text NOT NULL DEFAULT '',
    photos text NOT NULL DEFAULT '',
    former_id text,
    declaration text NOT NULL,
    signature text NOT NULL,
    raised_by text NOT NULL,
    raised_name text NOT NULL,
    raised_post text NOT NULL CHECK (raised_post IN ('director', 'officer')),
    raised_at datetime NOT NULL,
    due_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, id),
    FOREIGN KEY (enterprise_id, former_id) REFERENCES advices (enterprise_id, id)
);
CREATE INDEX advices_day ON advices (enterprise_id, day);
CREATE INDEX advices_former ON advices (enterprise_id, former_id);
-- +goose StatementBegin
CREATE TRIGGER advices_no_update BEFORE UPDATE ON advices BEGIN SELECT RAISE(ABORT, 'sealed: advices is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER advices_no_delete BEFORE DELETE ON advices BEGIN SELECT RAISE(ABORT, 'sealed: advices is insert-only'); END;
-- +goose StatementEnd

CREATE TABLE advice_steps (
    enterprise_id text NOT NULL,
    advice_id text NOT NULL,
    number integer NOT NULL,
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('adopted', 'partly', 'refused', 'withdrawn')),
    reason text NOT NULL DEFAULT '',
    measures text NOT NULL DEFAULT '',
    met_on text,
    declaration text NOT NULL DEFAULT '',
    signature text NOT NULL,
    by_id text NOT NULL,
    by_name text NOT NULL,
    at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, advice_id, number),
    FOREIGN KEY (enterprise_id, advice_id) REFERENCES advices (enterprise_id, id)
);
CREATE UNIQUE INDEX advice_steps_id ON advice_steps (enterprise_id, id);
-- +goose StatementBegin
CREATE TRIGGER advice_steps_no_update BEFORE UPDATE ON advice_steps BEGIN SELECT RAISE(ABORT, 'sealed: advice_steps is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER advice_steps_no_delete BEFORE DELETE ON advice_steps BEGIN SELECT RAISE(ABORT, 'sealed: advice_steps is insert-only'); END;
-- +goose StatementEnd
