# Two commands do all the set-up: `make demo` and `make test`.
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3.12 python3.13 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(not (3,11) <= sys.version_info[:2] <= (3,13))' 2>/dev/null && { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: demo test lint types soak bench servers neo4j fuseki jvm-store docs lock clean

demo: $(BIN)/python ## build the sample and say what to open
	@$(PIP) install -c constraints.txt --config-settings editable_mode=strict -e .
	@$(BIN)/innograph demo

test: develop ## lint, types and all tests, on real stores and a real browser
	@scripts/machine.sh
	@$(MAKE) --no-print-directory lint types
	@$(MAKE) --no-print-directory servers || test -z "$$CI"
	$(BIN)/python -m pytest -q -m "not soak"

lint: ## style and import rules
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache

types: ## mypy --strict; outside the project's folder, so that only the installed package is seen
	cd $(VENV) && bin/mypy --config-file ../pyproject.toml -p innograph

soak: develop ## the long fault and fuzz runs
	$(BIN)/python -m pytest -q -m soak

bench: develop ## all benchmarks, one after another
	@$(PIP) install -c constraints.txt -e '.[bench]' --config-settings editable_mode=strict
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

servers: ## the jars of the servers that the tests start, and of the ontology's checker
	@$(BIN)/python scripts/fuseki.py fetch
	@$(BIN)/python scripts/neo4j_server.py fetch 5.26.30
	@$(BIN)/python scripts/neo4j_server.py fetch 2025.10.1
	@$(BIN)/python scripts/owl_check.py > /dev/null

neo4j: develop ## a Neo4j to try things on, from its registry artifacts (Ctrl-C stops it)
	$(BIN)/python scripts/neo4j_server.py serve

fuseki: develop ## a SPARQL server likewise
	$(BIN)/python scripts/fuseki.py serve

jvm-store: ## the embedded store's tests on the engine's Java build, in an environment of its own
	PYTHON=$(PYTHON) scripts/jvm_store.sh

docs: develop ## write again what is generated
	$(BIN)/python scripts/write_cli_docs.py
	$(BIN)/python scripts/write_query_catalogue.py
	$(BIN)/python scripts/build_shapes.py
	$(BIN)/python scripts/build_context.py
	$(BIN)/python scripts/build_ontology_page.py

lock: develop ## write down the versions that passed
	@$(BIN)/python -m pip freeze --exclude-editable | grep -v '^innograph' > constraints.txt

clean: ## what can be made again
	rm -rf $(VENV) build .cache *.egg-info

.PHONY: develop
develop: $(BIN)/python
	@$(PIP) install -c constraints.txt --config-settings editable_mode=strict -e '.[dev]'

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "innograph needs Python 3.11, 3.12 or 3.13 on the PATH"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
