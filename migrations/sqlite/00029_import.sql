-- Past training that was copied from paper says so for ever: it was never signed
-- here. An import of people remembers for whom it opened accounts, so that their
-- first passwords can be issued.

-- +goose Up

ALTER TABLE training_sessions ADD COLUMN transcribed boolean NOT NULL DEFAULT false;
ALTER TABLE training_facts ADD COLUMN transcribed boolean NOT NULL DEFAULT false;
ALTER TABLE imports ADD COLUMN people text NOT NULL DEFAULT '[]';
