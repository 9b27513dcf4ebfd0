# Everything starts here; the work is done by the scripts. PYTHON=… names an interpreter, else a suitable one is found.
RUN := @./scripts/python

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test quick bench lint format messages

help:  ## What there is to make
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

demo:  ## The demo site, with its task worker; HOST, PORT and ENGINE (apertium, dummy, google) may be given
	$(RUN) scripts/demo.py

demo-reset:  ## Drop the demo's data
	$(RUN) scripts/demo.py reset

test:  ## All checks and all tests
	$(RUN) scripts/check.py all

quick:  ## The quick tests alone
	$(RUN) scripts/check.py quick

bench:  ## Time the drafting of an article against Wagtail's own copy
	$(RUN) scripts/check.py bench

lint:  ## All checks of the code that run none of it
	$(RUN) scripts/check.py lint

format:  ## Write the code in the house's format
	$(RUN) scripts/check.py format

messages:  ## Take new texts into the catalogues of locale/
	$(RUN) scripts/check.py messages
