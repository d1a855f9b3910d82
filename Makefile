# Every target works from a clean clone: what it needs is set up first, and only when it changed.

# The Python that .venv is made from; 3.11 or newer.
export PYTHON ?= python3

BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup serve build check test screenshots bench soak bundle lint format lock clean site-environment test-environment

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

setup: test-environment ## make .venv with kb, Playwright and all test libraries, and see to Chromium and servers
	@scripts/setup/browser.sh
	@scripts/setup/servers.sh

serve: site-environment ## check and build the site, then serve it and print its address
	@$(BIN)/kb serve

build: site-environment ## check the documents and build the site into site/
	@$(BIN)/kb build

check: site-environment ## check the documents
	@$(BIN)/kb check

test: setup lint ## run every test, in a real browser too
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

screenshots: setup build ## take the pictures of the guide anew, from the real tools
	@KB_SCREENSHOTS=1 KB_SITE=site $(BIN)/python -m pytest -q tests/live/test_screenshots.py

bench: test-environment ## print what the check and the search take, beside lychee, stock Material and Pagefind
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-deps -r requirements-bench.txt
	@$(BIN)/python -m tests.bench.bench
	@$(BIN)/python -m tests.bench.search

soak: setup build ## press the server for ten minutes, publish meanwhile, carry a commit off the net; print the figures
	@command -v wrk >/dev/null || scripts/setup/apt.sh "make soak" wrk
	@$(BIN)/python -m tests.soak.load
	@$(BIN)/python -m tests.soak.carry

bundle: site-environment ## pack this commit for a machine without a network, and the site for a disk
	@$(BIN)/kb bundle

lint: test-environment ## look for faults and untidy form in the Python code
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

format: test-environment ## tidy the Python code
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

lock: ## write the lock files anew from pyproject.toml, with the newest versions it allows
	@scripts/setup/lock.sh

clean: ## remove everything that make has made
	rm -rf .venv build site scripts/*.egg-info .hypothesis .pytest_cache .ruff_cache
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

site-environment:
	@scripts/setup/environment.sh site

test-environment:
	@scripts/setup/environment.sh test
