# Everything you do with Rolebook. `make` alone lists it.
.DEFAULT_GOAL := help
.PHONY: help run test test-slow check format lock audit measure bench reading pictures screens font clean
.PHONY: first-tests other-tests
python := .venv/bin/python
pytest := $(python) -m pytest --quiet
# The quick tests run as two processes side by side, each of which reads no more than its own; what ends first makes
# room for the checks. TOX_PARALLEL_ENV ends the name of the database of each (pytest-django). The slow tests go to
# whichever of three processes is free: those in Chromium spend half their time waiting.
first_tests := tests/packs tests/roles/admin
# What is never imported needn't be compiled: that would be a third of the time.
install := $(python) -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes
compile := .venv/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-annotate \
	--custom-compile-command "make lock" pyproject.toml

# Compiled modules are kept, whatever the machine prefers: the tests start hundreds of processes with the same ones.
unexport PYTHONDONTWRITEBYTECODE

# Runs a command, says how long it took, and ends as it ended.
define timed
@began=$$(date +%s); $(1); ended=$$?; took=$$(($$(date +%s) - began)); \
echo "make $@ took $$((took / 60)) min $$((took % 60)) s."; exit $$ended
endef

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.run ## Set up and serve the site on http://localhost:8000; another port: make run PORT=8123
	@exec $(python) manage.py serve

test: .venv/.dev ## Check everything and run the tests, the slow ones aside
	$(call timed,$(MAKE) --no-print-directory --jobs 2 --output-sync=target --keep-going first-tests other-tests check)

test-slow: .venv/.dev ## Run the slow tests: Chromium, faults, hostile input, starts, and properties on many examples
	$(call timed,$(pytest) --numprocesses 3 --dist loadfile --no-loadscope-reorder -m "slow or hypothesis" --hypothesis-profile many)

first-tests: .venv/.dev
	@TOX_PARALLEL_ENV=first $(pytest) -m "not slow" $(first_tests)

other-tests: .venv/.dev
	@TOX_PARALLEL_ENV=other $(pytest) -m "not slow" $(first_tests:%=--ignore %)

check: .venv/.dev ## Check style, types, templates, how the code is cut, and migrations
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy .
	$(python) -m djlint --check --lint templates
	$(python) -m tests.measure
	$(python) -m tests.promises
	$(python) manage.py makemigrations --check --dry-run --settings tests.settings

format: .venv/.dev ## Format the code and the templates
	$(python) -m ruff check --fix .
	$(python) -m ruff format .
	$(python) -m djlint --quiet --reformat templates || $(python) -m djlint --quiet --check templates

lock: .venv/.dev ## Renew the locked versions of every dependency
	$(compile) --upgrade --output-file requirements.txt
	$(compile) --upgrade --group dev --constraint requirements.txt --output-file requirements-dev.txt

audit: .venv/.dev ## Check the locked dependencies for known vulnerabilities, over the network
	$(python) -m pip_audit --progress-spinner off --require-hashes --disable-pip --requirement requirements-dev.txt

measure: .venv/.run ## Measure how the code is cut: folders, chains of imports, names
	$(python) -m tests.measure

bench: .venv/.run ## Measure the site against a bare Django page, search over 10,000 roles, review and export
	$(python) -m bench
	$(python) -m bench.search
	$(python) -m bench.workbench

reading: .venv/.dev ## Measure what eight pages cost on a phone, and how often searches lead where they should
	$(python) -m bench.reading

pictures: .venv/.dev ## Take the pictures of eight pages for the documents again
	$(python) -m bench.pictures

font: .venv/.dev ## Cut the face of the headings from its package again
	$(python) -m tests.heading_font

screens: .venv/.dev ## Take pictures of every page in every state: screens/index.html
	$(python) -m pytest --quiet tests/contact_sheet.py

clean: ## Remove what can be made again; your data in var/ stays
	rm -rf .venv staticfiles .mypy_cache .ruff_cache .pytest_cache .hypothesis

# A stamp for each lock: it is installed again when it changes.
.venv/.run: requirements.txt | $(python)
	@echo "Installing what the site needs."
	@$(install) -r $<
	@touch $@

.venv/.dev: requirements-dev.txt | $(python)
	@echo "Installing what the tests need."
	@$(install) -r $<
	@touch $@

$(python):
	@for candidate in python3.13 python3.14 python3.12 python3 ~/.pyenv/versions/3.1[2-9]*/bin/python; do \
		if $$candidate -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then \
			exec $$candidate -m venv --clear .venv; \
		fi; \
	done; \
	echo "Rolebook needs Python 3.12 or later, with its venv module, and found none." >&2; \
	echo "Debian or Ubuntu: apt install python3 python3-venv    macOS: brew install python@3.13" >&2; \
	echo "Any system: https://www.python.org/downloads/" >&2; \
	exit 1
