# Measured: `make run` opens the local chat, `make test` runs the suite. The first call of either makes .venv by itself.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# The newest Python on PATH that the suite is run on, else any newer one. `make PYTHON=/path/to/python3 ...` decides otherwise.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3.14 python3 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$name"; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
CODE := $(wildcard bot adapters storage app.py tests)
TESTS := tests
# The whole suite is spread over the cores; for a file or two that would only take longer.
SPREAD := $(if $(filter tests,$(TESTS)),-n auto --dist worksteal)
UV_VERSION := 0.13.9
LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header --quiet $(UPGRADE)

.PHONY: help run venv test check format e2e bench fuzz lock clean

help: ## what there is to make
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/runtime.stamp ## start Measured; the page to open is printed
	@$(BIN)/python app.py

venv: $(VENV)/dev.stamp ## everything that developing needs, in .venv

test: $(VENV)/dev.stamp ## the suite, but for the browser and the clockwork of bench
	$(BIN)/python -m pytest $(TESTS) $(SPREAD) --ignore=tests/e2e --ignore=tests/bench $(ARGS)

check: $(VENV)/dev.stamp ## ruff, mypy --strict, and the floors of the house
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy --strict $(CODE)
	$(BIN)/lint-imports

format: $(VENV)/dev.stamp ## lay the code out as `check` wants it
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

e2e: $(VENV)/dev.stamp ## a real browser does a person's job on the local chat
	@.ci/browser
	@.ci/node
	@status=0; $(BIN)/python -m pytest tests/e2e $(ARGS) || status=$$?; \
	if [ $$status -eq 5 ]; then echo "make e2e: no browser test was collected; that is a failure, not a pass" >&2; fi; exit $$status

bench: $(VENV)/dev.stamp ## the figures, each a ratio with a limit; FIGURES="name ..." for some
	$(BIN)/python -m tests.bench $(FIGURES)

fuzz: $(VENV)/fuzz.stamp ## hand the readers whatever a fuzzer can think of, for FOR=60 seconds
	$(BIN)/python tests/reading/fuzz_reading.py -max_total_time=$(or $(FOR),60) $(ARGS)

lock: $(VENV)/dev.stamp ## write the lock files from pyproject.toml; UPGRADE=--upgrade takes the newest versions
	$(BIN)/python -m pip install --quiet uv==$(UV_VERSION)
	$(LOCK) pyproject.toml --output-file requirements.lock
	$(LOCK) pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock
	$(LOCK) --group fuzz --output-file requirements-fuzz.lock

clean: ## remove what make and the tools made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# --- the virtual environment: a stamp a lock file, so that an unchanged lock costs nothing -----------------------------------------

# pip comes last into a new environment: without it, one that was interrupted is made again.
$(BIN)/pip:
	@if [ -z "$(PYTHON)" ]; then echo "Measured needs Python 3.11 or newer, and there is none on PATH." \
		"Install one (on Debian: apt-get install python3 python3-venv), or say make PYTHON=/path/to/python3." >&2; exit 1; fi
	@"$(PYTHON)" -c 'import ensurepip' 2>/dev/null || { echo "$(PYTHON) cannot make virtual environments:" \
		"its ensurepip is missing. On Debian: apt-get install python3-venv." >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/runtime.stamp: requirements.lock | $(BIN)/pip
	$(call install,-r requirements.lock)
	@touch $@

# The runtime's stamp as well: this lock holds all of that one.
$(VENV)/dev.stamp: requirements-dev.lock requirements.lock | $(BIN)/pip
	$(call install,-r requirements-dev.lock)
	@touch $(VENV)/runtime.stamp $@

$(VENV)/fuzz.stamp: requirements-fuzz.lock $(VENV)/dev.stamp
	$(call install,-r requirements-fuzz.lock)
	@touch $@

# Three tries, since a registry may be slow; what fails thrice is said by name.
define install
	@for try in 1 2 3; do \
		echo "Installing $(lastword $(1)) into $(VENV) (try $$try of 3; the first time takes about a minute)"; \
		$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes $(1) && exit 0; \
		sleep $$((try * 3)); \
	done; echo "Could not install $(lastword $(1)): pip failed three times, and says why above." >&2; exit 1
endef
