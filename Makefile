# My IRO: `make help` lists what there is.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:

BIN := .venv/bin
RUN_READY := .venv/.run-ready
DEV_READY := .venv/.dev-ready
TRAIN := build/train
INSTALLER := scripts/install scripts/debian-packages requirements/installer.lock pyproject.toml
COMPILE := $(BIN)/uv pip compile -q --no-emit-index-url --no-emit-find-links --generate-hashes --no-header \
	--no-annotate --universal --python-version 3.11

PORT ?= 8080
ARGS ?=
PYTHON ?=
export PYTHON
# Many processes are started here: each would compile every module again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help install install-dev demo test check fmt bench model screen-report screenshots lock clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo '  ARGS="…" goes on to demo, test, bench and screen-report; PORT=9000 moves the demo.'

$(RUN_READY): requirements/run.lock $(INSTALLER)
	@scripts/install run

$(DEV_READY): requirements/dev.lock $(INSTALLER)
	@scripts/install dev

install: $(RUN_READY) ## Lay the virtual environment for running the service

install-dev: $(DEV_READY) ## Lay it for working on the service

demo: $(RUN_READY) ## Run the service with a fictional authority on http://127.0.0.1:8080
	@$(BIN)/my-iro demo --port $(PORT) $(ARGS)

test: $(DEV_READY) ## Run the tests, on real PostgreSQL and in a real browser
	@scripts/test-servers
	@$(BIN)/pytest -n 3 --dist loadfile $(ARGS)

check: $(DEV_READY) ## Check style, types, which room imports which, and the words and flows
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m conversations.check

fmt: $(DEV_READY) ## Put the code in the house style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(DEV_READY) ## Measure the service against bare drivers in the same run; JSON on stdout
	@scripts/test-servers
	@$(BIN)/my-iro bench $(ARGS)

$(TRAIN)/.ready: $(RUN_READY) requirements/run.lock requirements/train.txt
	@$(BIN)/python -m venv $(TRAIN)
	@$(TRAIN)/bin/pip install --quiet --require-hashes -r requirements/run.lock
	@$(TRAIN)/bin/pip install --quiet -r requirements/train.txt
	@touch $@

model: $(TRAIN)/.ready ## Train the model of the safeguarding screen anew (an hour); ARGS=continue learns new files only; ARGS=crossvalidate measures
	@$(TRAIN)/bin/python -m safeguarding.training $(or $(ARGS),train)

screen-report: $(DEV_READY) ## Measure the safeguarding screen on labelled messages, beside public peers
	@$(BIN)/python -m safeguarding.report $(ARGS)

screenshots: $(DEV_READY) ## Keep a picture of how every browser test ended, in screenshots/
	@scripts/test-servers
	@$(BIN)/pytest -m browser --screenshots screenshots $(ARGS)

lock: $(DEV_READY) ## Choose the newest libraries that fit, with their hashes
	@$(COMPILE) --upgrade --extra install pyproject.toml -o requirements/run.lock
	@$(COMPILE) --upgrade --extra install --extra dev -c requirements/run.lock pyproject.toml -o requirements/dev.lock
	@echo uv | $(COMPILE) --upgrade - -o requirements/installer.lock

clean: ## Remove the virtual environment and the tools' caches
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage build screenshots
