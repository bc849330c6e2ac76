# make run: set up and open drafter.  make test: set up and test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: run test lint format templates examples schema picture wheel clean fuzz fuzz-parse search redline-full redline-bench onto-bench measure-parse measure-intake measure-suggest measure-million measure-tui measure-bytes measure-kills

# The terminal interface on the bundled corpus; without a terminal, the worked example's files.
run: $(VENV)/run
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/drafter; else $(BIN)/python examples/build.py; fi

test: $(VENV)/dev
	$(BIN)/python -m pytest -n auto

# The property tests with new examples each time; `make test` takes the same ones, so that it says the same twice.
search: $(VENV)/dev
	DRAFTER_SEARCH=1 $(BIN)/python -m pytest -n auto tests/unit

redline-full: $(VENV)/dev
	DRAFTER_FULL=1 DRAFTER_EXAMPLES=5000 $(BIN)/python -m pytest tests/readers/test_redline_exact.py tests/unit/render/test_redline_plan.py

# Twenty thousand spoilt files to each reader; only our own errors may come out.
fuzz: $(VENV)/dev
	$(BIN)/python tests/benchmarks/fuzz_word.py

# Tightness on every pair; beside docx-scalpel and python-redlines where PEERS names an interpreter that has them.
redline-bench: $(VENV)/dev
	$(BIN)/python -m tests.benchmarks.redline_tight
	@if [ -n "$(PEERS)" ]; then $(BIN)/python -m tests.benchmarks.redline $(PEERS); fi

# Changes put onto others' Word files, on real pairs of years, by three readers.
onto-bench: $(VENV)/dev
	$(BIN)/python -m tests.benchmarks.onto

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 drafter
	$(BIN)/lint-imports

format: $(VENV)/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

templates: $(VENV)/run
	$(BIN)/python templates/build.py
	$(BIN)/python templates/build_summary.py

examples: $(VENV)/run
	$(BIN)/python examples/build.py

schema: $(VENV)/run
	$(BIN)/drafter schema -o drafter/edit/draft.schema.json --force

picture: $(VENV)/run
	$(BIN)/python examples/picture.py

measure-tui: $(VENV)/dev
	$(BIN)/python -m tests.benchmarks.tui_speed

measure-bytes: $(VENV)/dev
	$(BIN)/python -m tests.benchmarks.tui_bytes

wheel: $(VENV)/dev
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

$(VENV)/run: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --editable .
	@touch $@

$(VENV)/dev: $(VENV)/run
	$(INSTALL) --upgrade "pip>=25.1"
	$(INSTALL) --group test --group lint --group readers
	@touch $@

measure-parse: $(VENV)/dev
	$(BIN)/python -m tests.benchmarks.parse
	$(BIN)/python -m tests.corpus.test_real_texts
	$(BIN)/python -m tests.benchmarks.pdf_labels
	$(BIN)/python -m tests.benchmarks.limited

# What delegations send, planted in ten real texts and taken into rounds; with --kept-apart in ten others.
measure-intake: $(VENV)/dev
	$(BIN)/python -m tests.benchmarks.intake

measure-suggest: $(VENV)/dev
	$(BIN)/python -m tests.benchmarks.suggest_recall
	$(BIN)/python -m tests.benchmarks.suggest_silly
	$(BIN)/python -m tests.benchmarks.updates
	$(BIN)/python -m tests.benchmarks.officeholders

measure-million: $(VENV)/dev
	$(BIN)/python -m tests.benchmarks.index_million

# Two hundred times a process that works on a draft or a round is killed; every completed step must be there.
measure-kills: $(VENV)/dev
	DRAFTER_KILLS=200 $(BIN)/python -m pytest -q -n 0 -s tests/tui/test_safety.py tests/tui/test_round_killed.py tests/unit/negotiation/test_round_killed.py -k "killed or lost"

fuzz-parse: $(VENV)/dev
	$(BIN)/python -m tests.benchmarks.fuzz_parse

clean:
	rm -rf $(VENV) dist build
