#!/usr/bin/env bash
# Makes the secrets of a service on PostgreSQL, once, for docker-compose.yml:
#
#   secrets.sh [INSTANCE]     INSTANCE names the service in its signed checkpoints
#
# What exists is never overwritten. Keep a copy of secrets/ in a safe place:
# without field.key and index.key the phone numbers in the database are lost,
# without signing.key later checkpoints do not continue earlier ones.
set -euo pipefail
cd "$(dirname "$0")/.."

instance=${1:-zhize}
[[ $instance =~ ^[a-z0-9.-]+$ ]] || { echo "secrets.sh: an instance is named by a-z, 0-9, dot and dash" >&2; exit 2; }
command -v openssl >/dev/null || { echo "secrets.sh: needs openssl" >&2; exit 1; }

# The folder is closed to everybody else; the files are open because the
# containers read them as users of their own.
mkdir -p -m 700 secrets
echo '*' >secrets/.gitignore

put() { # NAME: keeps what is there, else stores standard input
	if [ -e "secrets/$1" ]; then cat >/dev/null; return; fi
	cat >"secrets/$1"
	chmod 444 "secrets/$1"
	echo "made secrets/$1"
}

# signing_key prints an Ed25519 key as golang.org/x/mod/sumdb/note writes it:
# PRIVATE+KEY+<name>+<first 4 bytes of SHA-256(name, LF, 1, public)>+<1, seed>.
signing_key() {
	local at name=zhize/$instance hash
	at=$(mktemp -d)
	openssl genpkey -algorithm ed25519 -outform DER -out "$at/key"
	openssl pkey -in "$at/key" -inform DER -pubout -outform DER -out "$at/public"
	hash=$({ printf '%s\n\001' "$name"; tail -c 32 "$at/public"; } | openssl dgst -sha256 -r | cut -c 1-8)
	printf 'PRIVATE+KEY+%s+%s+%s\n' "$name" "$hash" "$({ printf '\001'; tail -c 32 "$at/key"; } | openssl base64 -A)"
	rm -r "$at"
}

signing_key | put signing.key
for key in token field index; do openssl rand -base64 32 | put $key.key; done
openssl rand -hex 24 | put postgres.password
echo "db:5432:*:zhize_owner:$(openssl rand -hex 24)" | put owner.pgpass
printf 'db:5432:*:%s:%s\n' zhize_app "$(openssl rand -hex 24)" zhize_sweep "$(openssl rand -hex 24)" | put service.pgpass
