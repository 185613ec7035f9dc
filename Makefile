# Each target does all of its own set-up. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help run test check deep clauses bench docs format lock mutate environment clean

PYTHON = .venv/bin/python
GATE = $(PYTHON) -m tools.gate

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

run: ## A guided tour of the commands over the charters that ship
	@sh tools/environment.sh run
	@.venv/bin/quorate tour

test: environment ## Everything: check, coverage, the built wheel, docs, clauses
	@$(GATE) test

check: environment ## The quick half, under two minutes: lint, types, layers, tests
	@$(GATE) check

deep: environment ## The slow half: mutants, fuzzing, long properties, benchmarks
	@$(GATE) deep

clauses: environment ## Which clauses of the sources are proved by tests
	@$(PYTHON) -m tools.clauses

bench: ## The benchmarks, beside the engines that we measure ourselves against
	@sh tools/environment.sh benchmarks
	@.venv-benchmarks/bin/python -m benchmarks

docs: environment ## Build the documentation into site/
	@$(GATE) docs

format: environment ## Format the code and mend what can be mended
	@.venv/bin/ruff check --fix --quiet . || true
	@.venv/bin/ruff format .

lock: ## Choose the versions anew and write requirements/
	@sh tools/lock.sh --upgrade

mutate: environment ## Mutation tests over the rules
	@$(GATE) mutants

environment:
	@sh tools/environment.sh dev

clean: ## Remove what was built; environments stay
	@rm -rf .cache build site mutants .coverage .hypothesis .mypy_cache .ruff_cache .pytest_cache
