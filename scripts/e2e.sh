#!/usr/bin/env bash
# Journeys in a real browser against the real program with demo data of its own.
#
#   e2e.sh sqlite|postgres [arguments for Playwright]
#
# Playwright reads ZHIZE_URL and ZHIZE_ENGINE; the program's log stays in tmp/e2e-ENGINE.log.
set -euo pipefail
cd "$(dirname "$0")/.."

engine=${1:?sqlite or postgres}
shift
export ZHIZE_ENGINE=$engine
mkdir -p tmp
log=$PWD/tmp/e2e-$engine.log
data=$(mktemp -d)
server=

finish() {
	if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true; fi
	if [ "$engine" = postgres ]; then scripts/postgres.sh stop tmp/pg-e2e; fi
	rm -rf "$data"
}
trap finish EXIT

unset ZHIZE_DATABASE_URL ZHIZE_OWNER_DATABASE_URL ZHIZE_SWEEP_DATABASE_URL
if [ "$engine" = postgres ]; then
	scripts/postgres.sh start tmp/pg-e2e >/dev/null
	urls=$(scripts/postgres.sh database e2e tmp/pg-e2e)
	while IFS= read -r line; do export "${line?}"; done <<<"$urls"
fi

port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
export ZHIZE_LISTEN=127.0.0.1:$port ZHIZE_URL=http://127.0.0.1:$port ZHIZE_PUBLIC_URL=http://127.0.0.1:$port ZHIZE_DATA=$data
if [ "$engine" = postgres ]; then bin/zhize migrate >"$log" 2>&1 || { cat "$log" >&2; exit 1; }; fi
bin/zhize serve --demo >>"$log" 2>&1 </dev/null &
server=$!

# The demo data are made first; that may take a while.
for _ in $(seq 240); do
	if bin/zhize health >/dev/null 2>&1; then ready=yes; break; fi
	kill -0 "$server" 2>/dev/null || break
	sleep 0.5
done
if [ "${ready:-}" != yes ]; then
	printf 'The program did not get ready (%s):\n' "$engine" >&2
	tail -n 40 "$log" >&2
	exit 1
fi

echo "Journeys on $engine"
npm --prefix frontend run --silent e2e -- "$@" || { tail -n 20 "$log" >&2; exit 1; }
