-- A letter whose term runs out before it is answered lapses: the bell looks for it.

-- +goose Up

CREATE INDEX appointment_letters_until ON appointment_letters (until_day) WHERE until_day IS NOT NULL;
