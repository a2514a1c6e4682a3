-- What every later table stands on: on PostgreSQL the function that refuses to
-- change sealed facts and the two settings that row-level security reads.

-- +goose Up

-- +goose StatementBegin
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'sealed: % is insert-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
-- +goose StatementEnd
CREATE FUNCTION current_enterprise() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.enterprise', true), '')::uuid $$;
CREATE FUNCTION current_agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.agency', true), '')::uuid $$;
-- Policies ask for a setting in a subselect, (SELECT current_enterprise()): asked
-- directly it is asked again for every row.
GRANT USAGE ON SCHEMA public TO zhize_app, zhize_sweep;
GRANT SELECT ON goose_db_version TO zhize_app, zhize_sweep;
