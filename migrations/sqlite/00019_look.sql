-- A look names the noun that was looked at; nouns come and go with the contract.

-- +goose Up

CREATE TABLE looks_anew (
    enterprise_id text NOT NULL,
    id text NOT NULL,
    agency_id text NOT NULL REFERENCES agencies (id),
    agency_name text NOT NULL,
    account_id text NOT NULL,
    account_name text NOT NULL,
    at datetime NOT NULL,
    what text NOT NULL,
    subject_id text NOT NULL DEFAULT '',
    PRIMARY KEY (enterprise_id, id)
);
INSERT INTO looks_anew SELECT enterprise_id, id, agency_id, agency_name, account_id, account_name, at, what, subject_id FROM looks;
DROP TABLE looks;
ALTER TABLE looks_anew RENAME TO looks;
-- +goose StatementBegin
CREATE TRIGGER looks_no_update BEFORE UPDATE ON looks BEGIN SELECT RAISE(ABORT, 'sealed: looks is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER looks_no_delete BEFORE DELETE ON looks BEGIN SELECT RAISE(ABORT, 'sealed: looks is insert-only'); END;
-- +goose StatementEnd
