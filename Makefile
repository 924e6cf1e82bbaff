# Everything one does in this checkout. Needs Python 3.11 or newer, make and git; the rest it fetches.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
# one more than there are processors: a journey in the browser waits most of its time
WORKERS ?= $(shell python3 -c 'import os; print(min(8, (os.cpu_count() or 1) + 1))' 2>/dev/null || echo 2)
FLASK := $(BIN)/flask --app wiring_qa

.DEFAULT_GOAL := help
.PHONY: help run test bench lint docs requirements translations pictures

help: ## List what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

run: .venv/.runtime ## Serve Wiring QA on http://127.0.0.1:8000 (PORT=… for another), with a demo plant in an empty database
	@grep -qs '^WIRING_QA_SECRET_KEY=' .env || (umask 077 && $(BIN)/python -c \
		"import secrets; print('WIRING_QA_SECRET_KEY=' + secrets.token_urlsafe(48))" >> .env)
	@$(FLASK) prepare
	@$(FLASK) demo --if-empty
	@PORT=$(PORT) $(BIN)/gunicorn --config deploy/gunicorn.conf.py 'wiring_qa:create_app()'

test: .venv/.development ## Run every test, on SQLite and PostgreSQL and in a browser; ARGS='tests/walk -x' for some
	@.ci/system
	@$(BIN)/pytest --numprocesses=$(WORKERS) --dist=worksteal $(ARGS)

bench: .venv/.development ## Measure imports, marks, a tablet and the trends; prints one JSON object a line
	@.ci/system
	@$(BIN)/python -m bench.imports
	@$(BIN)/python -m bench.marks $(ARGS)
	@$(BIN)/python -m bench.tablet
	@$(BIN)/python -m bench.scale

lint: .venv/.development ## Check format, lint, types, imports, templates, spelling and translations
	@.ci/lint

docs: .venv/.development ## Write docs/settings.md and docs/operations.md from the code
	@$(BIN)/python -m docs.make_pages

requirements: .venv/.development ## Pin the newest versions that requirements.in and requirements-dev.in allow
	@$(BIN)/python .ci/pin.py requirements.in
	@$(BIN)/python .ci/pin.py requirements-dev.in requirements.txt

translations: .venv/.development ## Gather the texts, bring them into each language's file, and compile
	@.ci/translations

pictures: .venv/.development ## Make the pictures of docs/ anew
	@.ci/system chromium fonts
	@$(BIN)/python -m docs.make_pictures

# The stamps make an install happen only when what is asked for has changed.
.venv/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Wiring QA needs Python 3.11 or newer; name one with PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || \
		{ echo "Python's venv module is missing; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

.venv/.runtime: .venv/.created requirements.txt
	@.ci/install requirements.txt
	@touch $@

.venv/.development: .venv/.runtime requirements-dev.txt
	@.ci/install requirements-dev.txt
	@touch $@
