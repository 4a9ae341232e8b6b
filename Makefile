# The commands people run. Everything lives in .venv; constraints.txt pins every version.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= auto

.PHONY: demo test check check-install test-scale test-models lint types imports bench docs site sample clean \
	bench-retrieval bench-language bench-languages bench-stance bench-tui bench-keys bench-parser bench-encoding bench-ingest bench-exporting bench-passages bench-desks train-parser train-stance train-checkworthiness train-coreference fuzz

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
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

# Evidence in collections: the extra `scale`, on Milvus Lite, or on the server that MILVUS_URI names (docs/scaling.md).
test-scale: $(VENV)/.scale
	$(BIN)/python -m pytest -m scale tests/scale

$(VENV)/.scale: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[scale]'
	touch $@

# Model files of yours: a language model behind llama-cpp-python's server (docs/assistants.md), a speech model.
test-models: $(VENV)/.dev
	$(BIN)/python -m pytest -rs -m models tests/assistants tests/ingest

# What a stranger gets: the wheel in a fresh environment, by that Python's own pip. Asks the package index.
check-install: $(VENV)/.dev
	$(BIN)/python -m pytest -m installs tests/workflows

check: lint types imports test

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports --no-cache

sample: $(VENV)/.dev
	$(BIN)/python tools/make_sample.py

docs: $(VENV)/.dev
	$(BIN)/python tools/reference.py
	$(BIN)/python -m workbench.reports.schema
	$(BIN)/python -m workbench.reports.schema docs/reference/json-export.md
	$(BIN)/python tools/screenshots.py

# The docs as pages with search, in build/site: a link that leads nowhere is an error.
site: $(VENV)/.site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

$(VENV)/.site: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[site]'
	touch $@

# SETS is the folder with the labelled sets (docs/quality.md says how to get them); EVIDENCE a large collection.
SETS ?= ../shared/data/sets
EVIDENCE ?= ../shared/data/evidence/world-factbook-2022-01-20.jsonl

bench: bench-language bench-parser bench-encoding bench-retrieval bench-stance bench-tui bench-ingest

bench-parser: $(VENV)/.dev
	$(BIN)/python -m benchmarks.parser $(SETS)

bench-encoding: $(VENV)/.dev
	$(BIN)/python -m benchmarks.encoding $(EVIDENCE) --limit 400 --times 2

bench-ingest: $(VENV)/.dev
	$(BIN)/python -m benchmarks.ingest
	$(if $(wildcard $(PAGES)),$(BIN)/python -m benchmarks.pages $(PAGES))

CLAIMS ?= 50000
bench-exporting: $(VENV)/.dev
	$(BIN)/python -m benchmarks.exporting --claims $(CLAIMS)

bench-languages: $(VENV)/.dev
	$(BIN)/python -m benchmarks.languages

bench-language: $(VENV)/.dev
	$(BIN)/python benchmarks/language.py --sets $(SETS)

bench-desks: $(VENV)/.dev
	$(BIN)/python -m benchmarks.many_desks

bench-keys: $(VENV)/.dev
	$(BIN)/python benchmarks/review_keys.py

bench-retrieval: $(VENV)/.dev
	$(BIN)/python -m benchmarks.retrieval --sets $(SETS) --evidence $(EVIDENCE) --cache build/vectors
	$(BIN)/python -m benchmarks.first_evidence
	$(BIN)/python -m benchmarks.million build/vectors
	$(BIN)/python -m benchmarks.peers $(EVIDENCE) --workspace build/peers

bench-passages: $(VENV)/.dev
	$(BIN)/python -m benchmarks.passages $(SETS)/retrieval/scifact-train --precision int8

bench-stance: $(VENV)/.dev
	$(BIN)/python -m benchmarks.stance --sets $(SETS)

bench-tui: $(VENV)/.dev
	$(BIN)/python -m benchmarks.tui

WEIGHTS := workbench/models/weights

# An hour and more on two cores each; the cards beside the weights say what they were trained on.
train-parser: $(VENV)/.dev
	$(BIN)/python training/train_parser.py --data $(SETS) --out build/parser --epochs 14 --stop-after 13
	cp build/parser/parser-en.onnx build/parser/parser-en.json $(WEIGHTS)

# TEACHER names a folder with all-mpnet-base-v2; without it the network learns from the labels alone.
train-stance: $(VENV)/.dev
	$(BIN)/python training/train_stance.py --data $(SETS) --checkpoints build/stance $(if $(TEACHER),--teacher $(TEACHER))
	$(BIN)/python training/train_stance_mixture.py --data $(SETS) --checkpoints build/stance-mixture
	$(BIN)/python training/train_stance_mixture.py --data $(SETS) --checkpoints build/stance-newsroom --cycles 21:600 22:2000 23:1500 --share 0.2 --newsroom 3 --whole

train-checkworthiness: $(VENV)/.dev
	$(BIN)/python training/train_checkworthiness.py --data $(SETS)

train-coreference: $(VENV)/.dev
	$(BIN)/python training/train_coreference.py --data $(SETS)

MINUTES ?= 5
fuzz: $(VENV)/.dev
	$(BIN)/python tools/fuzz.py --minutes $(MINUTES)

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache dist build
