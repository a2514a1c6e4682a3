-- A look names the noun that was looked at; nouns come and go with the contract.

-- +goose Up

ALTER TABLE looks DROP CONSTRAINT looks_what_check;
