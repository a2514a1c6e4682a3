-- The evidence: sealed facts, one chain of links per enterprise, and the signed
-- checkpoints over all chain heads.

-- +goose Up

-- The head of each chain; appending locks it.
CREATE TABLE chains (
    enterprise_id text NOT NULL PRIMARY KEY,
    epoch integer NOT NULL,
    seq integer NOT NULL,
    hash blob NOT NULL,
    at datetime NOT NULL
);

CREATE TABLE links (
    enterprise_id text NOT NULL,
    seq integer NOT NULL,
    epoch integer NOT NULL,
    version integer NOT NULL,
    prev blob NOT NULL,
    kind text NOT NULL,
    subject_id text NOT NULL,
    day text,
    at datetime NOT NULL,
    algorithm text NOT NULL,
    key_id text NOT NULL,
    body_hash blob NOT NULL,
    personal_hash blob NOT NULL,
    photos_hash blob NOT NULL,
    hash blob NOT NULL,
    PRIMARY KEY (enterprise_id, seq)
);
CREATE INDEX links_subject ON links (enterprise_id, subject_id);
-- +goose StatementBegin
CREATE TRIGGER links_no_update BEFORE UPDATE ON links BEGIN SELECT RAISE(ABORT, 'sealed: links is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER links_no_delete BEFORE DELETE ON links BEGIN SELECT RAISE(ABORT, 'sealed: links is insert-only'); END;
-- +goose StatementEnd

-- What a link commits to. The body is the stored byte string, never written anew.
CREATE TABLE facts (
    enterprise_id text NOT NULL,
    seq integer NOT NULL,
    body blob NOT NULL,
    personal blob NOT NULL,
    photos blob NOT NULL,
    body_salt blob NOT NULL,
    personal_salt blob NOT NULL,
    photos_salt blob NOT NULL,
    PRIMARY KEY (enterprise_id, seq),
    FOREIGN KEY (enterprise_id, seq) REFERENCES links (enterprise_id, seq)
);
-- +goose StatementBegin
CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts BEGIN SELECT RAISE(ABORT, 'sealed: facts is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts BEGIN SELECT RAISE(ABORT, 'sealed: facts is insert-only'); END;
-- +goose StatementEnd

CREATE TABLE checkpoints (
    number integer PRIMARY KEY,
    note blob NOT NULL,
    at datetime NOT NULL
);
-- +goose StatementBegin
CREATE TRIGGER checkpoints_no_update BEFORE UPDATE ON checkpoints BEGIN SELECT RAISE(ABORT, 'sealed: checkpoints is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER checkpoints_no_delete BEFORE DELETE ON checkpoints BEGIN SELECT RAISE(ABORT, 'sealed: checkpoints is insert-only'); END;
-- +goose StatementEnd

-- A chain's head in a checkpoint, and its proof of inclusion. A chain that has
-- not grown keeps its earlier row.
CREATE TABLE checkpoint_heads (
    enterprise_id text NOT NULL,
    number integer NOT NULL REFERENCES checkpoints (number),
    epoch integer NOT NULL,
    seq integer NOT NULL,
    hash blob NOT NULL,
    receipt blob NOT NULL,
    PRIMARY KEY (enterprise_id, number)
);
-- +goose StatementBegin
CREATE TRIGGER checkpoint_heads_no_update BEFORE UPDATE ON checkpoint_heads BEGIN SELECT RAISE(ABORT, 'sealed: checkpoint_heads is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER checkpoint_heads_no_delete BEFORE DELETE ON checkpoint_heads BEGIN SELECT RAISE(ABORT, 'sealed: checkpoint_heads is insert-only'); END;
-- +goose StatementEnd
