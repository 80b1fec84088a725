# `make` sets up .venv and builds the talk; `make test` sets up and runs the tests.
# Needed: python3 (3.11 or later) and make; the libraries come from the package index that pip uses.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready
NODE_READY := build/bench/node/.ready

.PHONY: all test check pictures bench lock clean
.DEFAULT_GOAL := all

all: $(RUN_READY)
	$(BIN)/deckgen build

test: $(DEV_READY)
	$(BIN)/python -m pytest

check: $(DEV_READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/deptry src

# Draws the README's pictures anew; needs LibreOffice, poppler and ImageMagick.
pictures: $(RUN_READY)
	.readme/pictures

# Measures deckgen beside Pandoc, python-pptx and, where node is, PptxGenJS; takes a quarter of an hour.
# `make bench BENCH=--quick` measures small decks in a minute and leaves the README alone.
bench: $(DEV_READY) $(NODE_READY)
	$(BIN)/python -m tests.bench $(BENCH)

$(NODE_READY): tests/bench/rivals/package-lock.json
	@mkdir -p $(@D)
	@cp tests/bench/rivals/package.json tests/bench/rivals/package-lock.json $(@D)
	@if command -v npm >/dev/null; then npm ci --silent --prefix $(@D); \
		else echo "PptxGenJS is left out: there is no npm"; fi
	@touch $@

$(VENV)/bin/activate:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "deckgen needs Python 3.11 or later; say which: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "deckgen needs Python's venv module (Debian, Ubuntu: apt-get install python3-venv)"; \
		rm -rf $(VENV); exit 1; }

$(RUN_READY): $(VENV)/bin/activate requirements.lock pyproject.toml
	@echo "Setting up $(VENV)"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@# So that no start compiles, wherever the tool itself may not write.
	@$(BIN)/python -m compileall -q src
	@PYTHONDONTWRITEBYTECODE= $(BIN)/deckgen check --quiet --no-cache --to briefing,summary templates/_preview
	@touch $@

$(DEV_READY): $(RUN_READY) requirements-dev.lock
	@echo "Setting up the tools of development"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# Renews both lock files; needs uv.
LOCK := UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile --quiet --upgrade --universal --generate-hashes \
	--no-emit-index-url --no-annotate pyproject.toml --group build --extra svg --python-version 3.11
lock:
	$(LOCK) -o requirements.lock
	$(LOCK) --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) build/* .mypy_cache .ruff_cache .pytest_cache .hypothesis
