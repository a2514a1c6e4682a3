# make help lists what can be done. Needs Go 1.26, Node 20 and make; the tests
# fetch the rest themselves (scripts/need.sh).
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# The checkout may belong to somebody else or have no git at all.
export GOFLAGS := $(strip $(GOFLAGS) -buildvcs=false)
export npm_config_update_notifier := false

PKG  ?= ./...
ARGS ?=
NPM  := npm --prefix frontend
WEB  := frontend/dist/index.html
VERIFIER := internal/verifier/made/verifier.html
LINT := bin/golangci-lint-v2.15.0
MADE := api/openapi.yaml frontend/src/api/schema.gen.ts
# Busy with bytes and without goroutines: the race detector would only slow them.
CALM := zhize/internal/platform/office zhize/internal/ledger zhize/internal/demo
RACE := $(if $(shell command -v gcc),-race)
WEB_SOURCES := $(shell find frontend/src frontend/public frontend/scripts ! -name '*.test.ts') $(wildcard frontend/*.html frontend/*.json frontend/vite.config.ts)

.PHONY: help run dev build gen verify fmt lint unit test test-pg e2e bench clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

run: build ## Start with demo data on http://127.0.0.1:8080
	@exec bin/zhize serve --demo $(ARGS)

dev: frontend/node_modules/.installed $(VERIFIER) bin ## Start the server and Vite, which reloads pages as they change
	@CGO_ENABLED=0 go build -o bin/zhize ./cmd/zhize
	@bin/zhize serve --demo $(ARGS) & server=$$!; trap "kill $$server" EXIT; $(NPM) run dev

build: $(WEB) $(VERIFIER) bin ## Build bin/zhize with the pages in it
	@CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o bin/zhize ./cmd/zhize

$(VERIFIER): scripts/verifier.sh $(wildcard cmd/verifier/*) $(shell find internal/ledger internal/platform/clock internal/platform/id -name '*.go' ! -name '*_test.go') go.sum
	@scripts/verifier.sh

bin tmp:
	@mkdir -p $@

frontend/node_modules/.installed: frontend/package-lock.json
	@echo 'Installing the packages of the front end'
	@cd frontend && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(WEB): frontend/node_modules/.installed $(WEB_SOURCES)
	@echo 'Building the front end'
	@$(NPM) run --silent build -- --logLevel warn
	@touch $@

gen: frontend/node_modules/.installed tmp ## Write the contract and its TypeScript types anew
	@CGO_ENABLED=0 go run ./cmd/zhize openapi > tmp/openapi.yaml
	@mv tmp/openapi.yaml api/openapi.yaml
	@$(NPM) run --silent gen

verify: tmp ## Fail if what is generated was not fresh
	@sha256sum $(MADE) > tmp/made.sum
	@$(MAKE) gen
	@sha256sum --check --quiet tmp/made.sum || { echo 'The contract changed: commit what "make gen" has written.'; exit 1; }

fmt: $(LINT) frontend/node_modules/.installed ## Format Go and the front end
	@$(LINT) fmt
	@$(NPM) run --silent format

lint: $(LINT) frontend/node_modules/.installed ## Check style, layers and types
	@for f in .ci/run scripts/*.sh; do bash -n $$f; done
	@CGO_ENABLED=0 $(LINT) run $(PKG)
	@$(NPM) run --silent lint
	@$(NPM) run --silent types

$(LINT): | bin
	@echo 'Building the linter (once, about two minutes)'
	@GOBIN=$(CURDIR)/bin CGO_ENABLED=0 go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
	@mv bin/golangci-lint $@

# Far from Shanghai on both sides: a day read off the machine is wrong here.
# lint has vetted already; without cgo what build has compiled serves again.
unit: frontend/node_modules/.installed $(VERIFIER) ## Go tests (PKG=./internal/record) and Vitest
	@list=$$(go list $(PKG)); calm=$$(grep -xF "$$(printf '%s\n' $(CALM))" <<<"$$list" || true); \
	rest=$$(grep -vxF "$$(printf '%s\n' $(CALM))" <<<"$$list" || true); export TZ=America/Los_Angeles; \
	if [ -n "$$rest" ]; then go test -vet=off $(RACE) $$rest | { grep -v 'no test files' || true; }; fi; \
	if [ -n "$$calm" ]; then CGO_ENABLED=0 go test -vet=off $$calm; fi
	@TZ=Pacific/Kiritimati $(NPM) run --silent unit

test-pg: ## The same as unit with both engines: PostgreSQL is started and thrown away
	@trap 'scripts/postgres.sh stop tmp/pg-unit' EXIT; \
	at=$$(scripts/postgres.sh start tmp/pg-unit); export "$$at"; $(MAKE) unit

e2e: build ## Journeys in a real browser, on SQLite, then on PostgreSQL (ARGS=record.spec.ts)
	@scripts/e2e.sh sqlite $(ARGS)
	@scripts/e2e.sh postgres $(ARGS)

test: ## Everything that must hold before a change is taken
	@scripts/need.sh
	@for step in lint verify test-pg e2e; do \
		printf '\n== %s (%d min)\n' $$step $$((SECONDS / 60)); $(MAKE) $$step; \
	done; \
	printf '\nAll checks passed in %d min: style, types, contract, tests and journeys, on SQLite and PostgreSQL.\n' $$((SECONDS / 60 + 1))

bench: tmp $(VERIFIER) ## Measure the program, about twenty minutes (ZHIZE_BENCH=submit,area,start,sweep,drafts,reminder,pack,import)
	@trap 'scripts/postgres.sh stop tmp/pg-bench' EXIT; \
	at=$$(scripts/postgres.sh start --durable tmp/pg-bench); export "$$at"; \
	CGO_ENABLED=0 go build -o tmp/bench ./internal/bench; tmp/bench | tee tmp/benchmarks.md

clean: ## Remove what was built; demo data in data/ stays
	@rm -rf bin tmp frontend/node_modules
	@find frontend/dist internal/verifier/made -mindepth 1 ! -name .gitkeep -delete
