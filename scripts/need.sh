#!/usr/bin/env bash
# Looks for what the tests need beside Go, Node and make: a PostgreSQL server,
# a browser with a Chinese font, a reader of PDFs and a C compiler for the race
# detector. As root on Debian it installs what is missing; otherwise it says
# what is missing, and how to get it.
set -euo pipefail

version_of() { grep -oE '[0-9]+\.[0-9]+' | head -n 1; }
at_least() { [ "$(printf '%s\n%s\n' "$1" "${2:-0}" | sort -V | head -n 1)" = "$1" ]; }

tools=()
at_least 1.26 "$(go env GOVERSION 2>/dev/null | version_of)" || tools+=("Go 1.26 or newer")
at_least 20.19 "$(node --version 2>/dev/null | version_of)" || tools+=("Node 20.19 or newer")
command -v npm >/dev/null || tools+=("npm")
if [ ${#tools[@]} -gt 0 ]; then
	printf 'Missing: %s\n' "${tools[@]}" >&2
	exit 1
fi

missing() {
	compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql
	command -v chromium >/dev/null || echo chromium
	compgen -G '/usr/share/fonts/*/noto/NotoSansCJK*' >/dev/null || echo fonts-noto-cjk
	command -v pdftotext >/dev/null || echo poppler-utils
	command -v gcc >/dev/null && [ -e /usr/include/stdlib.h ] || echo gcc libc6-dev
}

packages=$(missing | xargs)
[ -z "$packages" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	echo "Installing: $packages"
	export DEBIAN_FRONTEND=noninteractive
	# shellcheck disable=SC2086 # one word per package
	{ apt-get -qq update && apt-get -qq install -y --no-install-recommends $packages; } </dev/null >/dev/null || true
	packages=$(missing | xargs)
	[ -z "$packages" ] && exit 0
fi

printf 'The tests need programs that are not here: %s\n    sudo apt-get update && sudo apt-get install -y %s\n' "$packages" "$packages" >&2
exit 1
