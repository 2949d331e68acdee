# The same without make, and on Windows: python packaging/bootstrap.py run | test | check | bench
PYTHON ?= python3

.PHONY: run test check bench
run test check bench:
	@$(PYTHON) packaging/bootstrap.py $@
