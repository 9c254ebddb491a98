# Two commands do everything: `make run` opens the app, `make test` runs every test and check.
# PYTHON=… picks another interpreter (3.11 or newer).

SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)

.PHONY: run test lint bench screenshots starter-model clean
.DEFAULT_GOAL := run

run: $(VENV)/.app
	@echo "Starting HeatSketch …"
	@$(PY) main.py --or-example

test: $(VENV)/.dev
	@echo "Checking style (ruff) …"
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@echo "Checking types (mypy --strict) …"
	@$(PY) -m mypy
	@echo "Checking the import contracts (import-linter) …"
	@$(VENV)/bin/lint-imports --no-cache
	@echo "Running the tests (pytest) …"
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest

bench: $(VENV)/.bench
	@for f in benchmarks/[a-z]*.py; do QT_QPA_PLATFORM=offscreen $(PY) -m benchmarks.$$(basename $$f .py) || exit 1; done

screenshots: $(VENV)/.dev
	@QT_QPA_PLATFORM=offscreen $(PY) packaging/screenshots.py

# Remakes resources/starter_model from nothing: on one GPU, or for hours on a CPU. Interrupt it at any time;
# the next run goes on where it stopped. build/starter_model keeps the state.
starter-model: $(VENV)/.app
	@for step in corpus train_text train_vae latents train_transformer assemble evaluate; do \
		echo "Starter model: $$step …"; \
		PYTHONPATH=packaging:. $(PY) -m starter_model.$$step || exit 1; done
	@$(PY) -m benchmarks.starter --keep build/starter_model/speed.json
	@PYTHONPATH=packaging:. $(PY) -m starter_model.card

$(VENV)/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "HeatSketch needs Python 3.11 or newer: install it (Debian: apt install python3 python3-venv), or run make PYTHON=/path/to/python3." >&2; exit 1; }
	@echo "Making a virtual environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make a virtual environment: install its venv module (Debian: apt install python3-venv)." >&2; exit 1; }

$(VENV)/.app: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing the app's pinned dependencies (once; torch is the large one) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e . || { echo "The dependencies could not be installed: check the connection to the package index and the free disk space, then run make again." >&2; exit 1; }
	@touch $@

$(VENV)/.dev: $(VENV)/.app
	@echo "Installing the pinned development tools (once) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]' || { echo "The development tools could not be installed: check the connection to the package index and the free disk space, then run make again." >&2; exit 1; }
	@touch $@

$(VENV)/.bench: $(VENV)/.dev
	@echo "Installing what the benchmarks compare with (once) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,bench]' || { echo "What the benchmarks compare with could not be installed: check the connection to the package index, then run make bench again." >&2; exit 1; }
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .hypothesis
