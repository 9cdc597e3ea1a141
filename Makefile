# Everything runs in .venv with the tested versions of constraints.txt.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
SHARED ?= ../shared

.PHONY: analyze test test-slow lint quality speed mutation fuzz docs clean

analyze: $(VENV)/ready
	$(BIN)/corpus analyze seeds/

test: $(VENV)/ready-dev lint
	$(BIN)/python -m pytest -n 2

test-slow: $(VENV)/ready-dev
	$(BIN)/python -m pytest -n 2 -m slow

lint: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy

quality: $(VENV)/ready-dev
	$(BIN)/python bench/quality.py --shared $(SHARED)

speed: $(VENV)/ready-dev
	$(BIN)/python bench/speed.py --shared $(SHARED)

mutation: $(VENV)/ready-dev
	$(BIN)/python -m pip install --quiet -c constraints.txt --group mutation
	$(BIN)/python bench/mutation.py

FUZZ_MINUTES ?= 5
fuzz: $(VENV)/ready-dev
	$(BIN)/python bench/fuzz.py --minutes $(FUZZ_MINUTES)

docs: $(VENV)/ready-dev
	$(BIN)/python docs/build.py

$(VENV)/pyvenv.cfg:
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready: $(VENV)/pyvenv.cfg pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	touch $@

$(VENV)/ready-dev: $(VENV)/ready
	$(BIN)/python -m pip install --quiet -c constraints.txt --group dev
	touch $@

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache
