#!/usr/bin/env bash
# A PostgreSQL of one's own: made, used and thrown away. It needs only the
# server's programs (Debian: postgresql), no service and no rights.
#
#   postgres.sh start [--durable] [DIR]   make and start it, print ZHIZE_TEST_POSTGRES=…
#   postgres.sh restart [DIR]             as an operator restarts it: sessions are cut off
#   postgres.sh url [DIR]                 print the owner's URL
#   postgres.sh database NAME [DIR]       make NAME anew, print the three URLs the program wants
#   postgres.sh stop [DIR]                stop it and delete its files
#
# DIR is tmp/pg of the project unless given. For tests it trades safety for
# speed; --durable keeps the server's own settings, for measuring.
set -euo pipefail

fail() { printf 'postgres.sh: %s\n' "$*" >&2; exit 1; }

verb=${1:-}
[ $# -gt 0 ] && shift
durable=no name=
if [ "${1:-}" = --durable ]; then durable=yes; shift; fi
if [ "$verb" = database ]; then
	name=${1:-}
	[[ $name =~ ^[a-z][a-z0-9_]{0,62}$ ]] || fail "database wants a name of small letters, digits and _"
	shift
fi
dir=${1:-$(cd "$(dirname "$0")/.." && pwd)/tmp/pg}

# initdb refuses root, so root hands the server to the user postgres.
as_server() { "$@"; }
if [ "$(id -u)" = 0 ]; then
	as_server() { setpriv --reuid=postgres --regid=postgres --init-groups --reset-env "$@"; }
fi

bin() {
	local newest
	newest=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
	[ -x "$newest/initdb" ] || newest=$(dirname "$(command -v initdb || echo /missing/initdb)")
	[ -x "$newest/initdb" ] || fail "no PostgreSQL server here: apt-get install postgresql"
	printf %s "$newest"
}

# home answers the folder of the cluster: DIR/home, or what that link points to.
home() { [ -e "$dir/home" ] && (cd -P "$dir/home" && pwd); }
port() { sed -n 4p "$(home)/data/postmaster.pid" 2>/dev/null; }
running() { home >/dev/null && "$(bin)/pg_isready" -q -h 127.0.0.1 -p "$(port)" 2>/dev/null; }
url() { printf 'postgres://%s@127.0.0.1:%s/%s?sslmode=disable' "$1" "$(port)" "$2"; }
query() { as_server "$(bin)/psql" -XqAt -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(port)" -d postgres "$@"; }

# make_home puts the cluster into DIR when the server's user may go there and
# the path is short enough for a socket (107 bytes), else under /tmp.
make_home() {
	mkdir -p "$dir"
	dir=$(cd -P "$dir" && pwd)
	mkdir -m 700 "$dir/home"
	if [ "$(id -u)" = 0 ]; then chown postgres: "$dir/home"; fi
	if [ ${#dir} -le 70 ] && as_server test -w "$dir/home"; then return; fi
	rmdir "$dir/home"
	local elsewhere
	elsewhere=$(cd / && as_server mktemp -d /tmp/zhize-pg.XXXXXX)
	ln -s "$elsewhere" "$dir/home"
}

settings() {
	echo "listen_addresses = '127.0.0.1'"
	echo "unix_socket_directories = '$1'"
	echo "max_connections = 400"
	# Far from Shanghai on purpose: a statement that asks the server's own day is wrong.
	echo "timezone = 'America/Los_Angeles'"
	echo "log_timezone = 'UTC'"
	[ $durable = yes ] || printf '%s = off\n' fsync synchronous_commit full_page_writes
}

start() {
	if running; then return; fi
	stop
	make_home
	local at try
	at=$(home)
	cd / # the server's user may not enter the caller's folder
	as_server "$(bin)/initdb" -D "$at/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
		>/dev/null || fail "initdb failed"
	settings "$at" | as_server tee -a "$at/data/postgresql.conf" >/dev/null
	for try in 1 2 3 4 5 6 7 8; do
		local p=$((15000 + RANDOM % 15000)) # below the ports that outgoing connections take
		if as_server "$(bin)/pg_ctl" -D "$at/data" -l "$at/log" -o "-p $p" -w -t 60 start </dev/null >/dev/null 2>&1; then
			query -U postgres <<-SQL
				CREATE ROLE zhize_owner LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS;
				CREATE ROLE zhize_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
				CREATE ROLE zhize_sweep LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
			SQL
			return
		fi
		grep -q 'could not bind\|Address already in use' "$at/log" || break
	done
	as_server tail -n 20 "$at/log" >&2 || true
	fail "the server did not start (try $try)"
}

restart() {
	local at
	at=$(home)
	(cd / && as_server "$(bin)/pg_ctl" -D "$at/data" -l "$at/log" -m fast -w -t 60 restart) </dev/null >/dev/null 2>&1 ||
		fail "the server did not start again"
}

stop() {
	local at
	if at=$(home); then
		(cd / && as_server "$(bin)/pg_ctl" -D "$at/data" -m immediate -w -t 10 stop) >/dev/null 2>&1 || true
		rm -rf "${at:?}"
	fi
	rm -rf "${dir:?}/home"
}

case $verb in
start)
	start
	echo "ZHIZE_TEST_POSTGRES=$(url zhize_owner postgres)"
	;;
restart)
	running || fail "not running; start it first"
	restart
	;;
url)
	running || fail "not running; start it first"
	url zhize_owner postgres
	echo
	;;
database)
	running || fail "not running; start it first"
	query -U zhize_owner -c "DROP DATABASE IF EXISTS $name WITH (FORCE)" -c "CREATE DATABASE $name" 2>/dev/null
	echo "ZHIZE_DATABASE_URL=$(url zhize_app "$name")"
	echo "ZHIZE_OWNER_DATABASE_URL=$(url zhize_owner "$name")"
	echo "ZHIZE_SWEEP_DATABASE_URL=$(url zhize_sweep "$name")"
	;;
stop) stop ;;
*) sed -n '2,12s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
