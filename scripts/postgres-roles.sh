#!/usr/bin/env bash
# Runs once in the container of the database, while its cluster is made.
# zhize_owner owns the database and migrates it; zhize_app serves people and
# zhize_sweep does the nightly work: both own nothing and pass no row-level
# security. Their passwords are in the password files of the services.
set -euo pipefail

password() { awk -F : -v role="$1" '$4 == role { print $5 }' /run/secrets/owner.pgpass /run/secrets/service.pgpass; }

psql -v ON_ERROR_STOP=1 -U postgres -d postgres \
	-v owner="$(password zhize_owner)" -v app="$(password zhize_app)" -v sweep="$(password zhize_sweep)" <<-'SQL'
	CREATE ROLE zhize_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'owner';
	CREATE ROLE zhize_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'app';
	CREATE ROLE zhize_sweep LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'sweep';
	CREATE DATABASE zhize OWNER zhize_owner;
	REVOKE CONNECT ON DATABASE zhize FROM PUBLIC;
	GRANT CONNECT ON DATABASE zhize TO zhize_app, zhize_sweep;
SQL
