-- What every later table stands on: on PostgreSQL the function that refuses to
-- change sealed facts and the two settings that row-level security reads.

-- +goose Up

SELECT 1;
