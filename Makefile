# SPDX-License-Identifier: GPL-3.0-or-later
# Needs make and Python 3.11 or newer with venv and pip; everything else is put into .venv by the first target run.

PYTHON ?=
export PYTHON

# Called as modules, not by their scripts: scripts hold the path of the folder, which may have been moved since.
RUN := .venv/bin/python
HEADLESS := QT_QPA_PLATFORM=offscreen
# The program's own judgement: why no window can open here, or nothing.
OBSTACLE := import main, os, sys; print(main.window_obstacle(os.environ, sys.platform) or "")

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench corpus fuzz truth backtest checks findings office always kills words

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile | expand -t 16

setup: ## make .venv and see that Qt's system libraries are there
	@.ci/setup.sh

run: ## open the window on the sample series; without a screen, write penholder-draft.docx instead
	@.ci/setup.sh --window
	@obstacle=$$($(RUN) -c '$(OBSTACLE)') || exit 1; \
	[ -n "$$obstacle" ] || exec $(RUN) main.py --sample; \
	echo "penholder: $$obstacle; drafting from the sample series into penholder-draft.docx instead."; \
	: >.venv/penholder-run; \
	$(RUN) main.py draft --sample -o penholder-draft.docx; \
	status=$$?; \
	[ $$status -eq 0 ] && exit 0; \
	written=$$(find . -maxdepth 1 -name penholder-draft.docx -newer .venv/penholder-run); \
	[ $$status -eq 1 ] && [ -n "$$written" ] || exit $$status # 1: done, with warnings that were printed

test: setup ## every test, on all cores, without a screen
	@$(HEADLESS) $(RUN) -m pytest --numprocesses auto --dist worksteal

check: setup ## ruff, mypy and import-linter
	@status=0; \
	$(RUN) -m ruff check . || status=1; \
	$(RUN) -m ruff format --check . || status=1; \
	$(RUN) -m mypy || status=1; \
	$(RUN) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' || status=1; \
	exit $$status

bench: setup ## time and memory of the main paths, beside what is aimed at
	@$(HEADLESS) $(RUN) -m tests.benchmarks

corpus: setup ## what the reader makes of real documents: words kept, paragraphs, formats beside each other, time
	@$(HEADLESS) $(RUN) -m tests.corpus $(ARGS)

fuzz: setup ## read thousands of damaged files: only clear errors, within limits of time and memory
	@$(HEADLESS) $(RUN) -m tests.fuzzing $(ARGS)

truth: setup ## align versions made by chance: links, moves, splits and merges found of those that were made
	@$(HEADLESS) $(RUN) -m tests.truth $(ARGS)

backtest: setup ## drafts for sessions that are past, held against the texts really adopted then
	@$(HEADLESS) $(RUN) -m tests.backtest $(ARGS)

findings: setup ## what the rules of checking remark on adopted texts: false alarms, and some of a rule to be read
	@$(HEADLESS) $(RUN) -m tests.findings $(ARGS)

office: setup ## accept and reject the tracked changes of many files in LibreOffice and pandoc, and validate them
	@.ci/office.sh
	@$(HEADLESS) PYTHONPATH=tests:. $(RUN) -m office $(ARGS)

always: setup ## sequences of acts by chance: page and draft agree, every way back leads back, the export proves itself
	@$(HEADLESS) PYTHONPATH=tests:. $(RUN) -m tests.always $(ARGS)

kills: setup ## kill a window at work a hundred times: every draft opens, nothing older than two seconds is lost
	@$(HEADLESS) $(RUN) -m tests.kills $(ARGS)

checks: setup ## write docs/checks.md from the rules in resources/checks.json
	@$(RUN) -m drafting.checking.catalogue docs/checks.md

words: setup ## gather what the program says into the catalogues of its languages, and compile them
	@$(RUN) tests/catalogues.py $(ARGS)
