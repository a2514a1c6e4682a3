#!/usr/bin/env bash
# Builds the offline verifier: one page that holds the program, packed, and what
# the browser needs to run it. Opened from a folder, it asks for nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

out=internal/verifier/made/verifier.html page=cmd/verifier/page.html
program=$(mktemp)
trap 'rm -f "$program" "$out.new"' EXIT

CGO_ENABLED=0 GOOS=js GOARCH=wasm go build -trimpath -buildvcs=false -ldflags='-s -w' -o "$program" ./cmd/verifier
{
	sed '/<!-- program -->/,$d' "$page"
	echo '<script>'
	cat "$(go env GOROOT)/lib/wasm/wasm_exec.js"
	echo '</script>'
	printf '<script type="application/gzip" id="program">'
	gzip -9n <"$program" | base64 -w 0
	echo '</script>'
	sed '1,/<!-- program -->/d' "$page"
} >"$out.new"
mv "$out.new" "$out"
