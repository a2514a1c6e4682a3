-- What an agency ordered and has not closed, whoever's it is.

-- +goose Up

CREATE INDEX hazards_ordered ON hazards (agency_id) WHERE agency_id IS NOT NULL AND closed_at IS NULL;
