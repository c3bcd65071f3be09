# `make` prints this menu. The work is in scripts/.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run build test test-mysql bench bench-l drills fresh fmt

help: ## this menu
	@echo "Stockroom: a store's inventory"
	@echo
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1@\2/p' $(MAKEFILE_LIST) | awk -F@ '{ printf "%-20s %s\n", $$1, $$2 }'
	@echo
	@echo "STOCKROOM_ADDR, STOCKROOM_DATA and DATABASE_URL are read by make run; PROFILE=release builds it quick."

run: ## install what is missing, build, start with the demo shop on http://127.0.0.1:3000 (LAN=1: for phones too)
	@LAN="$(LAN)" PROFILE="$(PROFILE)" scripts/run.sh

build: ## the server and everything that a browser loads
	@scripts/setup.sh run
	@PROFILE="$(PROFILE)" scripts/build.sh

test: ## every check, on MariaDB and on MySQL 9, and in a browser
	@scripts/test.sh all

test-mysql: ## the database tests, on MySQL 9 alone
	@scripts/test.sh mysql

bench: ## speed, as ratios measured in one run
	@scripts/long.sh bench

bench-l: ## the same at ten million movements, and with a binary log (two hours, 30 GB)
	@scripts/long.sh bench-l

drills: ## the long forms of the checks; the report goes to docs/drills.md
	@scripts/long.sh drills

fresh: ## the README's two commands in a bare Debian folder (needs root; SUITE=trixie for Debian 13; WHO=sudo as who is not root)
	@SUITE="$(SUITE)" WHO="$(WHO)" scripts/fresh.sh

fmt: ## format the sources
	@cargo fmt --all
