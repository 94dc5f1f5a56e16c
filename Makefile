# Two commands do everything: `make run` and `make test`. Both build the environment if needed.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check bench tagger pin clean

run: .venv/run
	$(BIN)/flask --app wsgi serve

test: .venv/dev
	$(BIN)/python -m pytest -n 2

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/quizapp/test_migrations.py

bench: .venv/dev
	$(BIN)/python -m bench.reading
	$(BIN)/python -m bench.claims
	$(BIN)/python -m bench.pages

# Trains the second engine of questions/attribution anew: about an hour on one core.
tagger: .venv-train/done
	.venv-train/bin/python -m bench.tagger

.venv-train/done: requirements.txt bench/tagger/requirements.txt
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	.venv-train/bin/pip install --quiet --disable-pip-version-check --no-deps -r bench/tagger/requirements.txt
	@touch $@

# Writes both requirement files anew from pyproject.toml, with the newest versions it allows.
pin: .venv/dev
	$(BIN)/pip-compile -q --upgrade $(PIN) -o requirements.txt pyproject.toml
	$(BIN)/pip-compile -q --upgrade $(PIN) --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

PIN := --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

clean:
	rm -rf .venv .venv-train .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; say where it is: make run PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run: requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ .venv/run
