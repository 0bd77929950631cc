# The two commands of the README, and the few that contributors need. Each line works without make too:
# see docs/contributing/setup.md, which has them for Windows as well.

PYTHON ?= python3
BIN := .venv/bin
RUN := .venv/.installed
DEV := .venv/.installed-dev

export NO_MKDOCS_2_WARNING := 1 # it speaks of a later MkDocs, not of this site

.PHONY: demo test lint types floors bench docs serve check clean
.DEFAULT_GOAL := demo

demo: $(RUN) ## set up, then check and test the real measure of Yuxi
	$(BIN)/polc check policies/yuxi
	$(BIN)/polc test policies/yuxi

test: $(DEV) ## set up, then run the project's own tests
	$(BIN)/python -m pytest -n auto

lint: $(DEV) ## names, style and layout
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(DEV) ## mypy, strict
	$(BIN)/mypy

floors: $(DEV) ## who may import whom
	PYTHONPATH=dsl $(BIN)/lint-imports

check: test lint types floors ## everything that must hold before a change is handed in

bench: $(DEV) ## times and memory on this machine
	$(BIN)/python tests/bench/bench.py

docs serve: export NO_MKDOCS_2_WARNING = 1 # the theme's own news, nothing of ours

docs: .venv/.installed-docs ## the site, into site/; in English, into site/en/
	$(BIN)/mkdocs build --strict --quiet
	$(BIN)/mkdocs build --strict --quiet --config-file mkdocs.en.yml

serve: .venv/.installed-docs ## build the site, show it at http://127.0.0.1:8000, build it again when something changes
	$(BIN)/mkdocs serve --watch dsl

clean: ## forget the environment and all caches
	rm -rf .venv site dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# A stamp is as old as the last installation: a changed pyproject.toml installs again, nothing else does.
.venv/bin/python:
	$(PYTHON) -m venv .venv

$(RUN): pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(DEV): pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $(RUN) $@

.venv/.installed-docs: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[docs]'
	touch $@
