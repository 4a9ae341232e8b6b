# The commands people run. Everything lives in .venv; constraints.txt pins every version.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= auto

.PHONY: demo test check lint types imports bench docs sample clean \
	bench-retrieval bench-language bench-stance bench-tui train-parser train-stance train-checkworthiness fuzz screenshots

demo: $(VENV)/.installed
	@$(BIN)/workbench demo

# The stamp is newer than the two files that say what to install: a second run installs nothing.
$(VENV)/.installed: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(WORKERS)

check: lint types imports test

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache dist build
