# Two commands suffice on a fresh Debian with Swift 6, git and make: `make demo` and `make test`.
# Each installs what is missing by itself.

SWIFT ?= swift
# Refuses imports that Package.swift does not allow: a stage never sees another stage.
CHECKED := --explicit-target-dependency-import-check error
PROGRAM := .build/release/rejoinder
# The program holds Swift's runtime: it runs where there is none, and starts sooner.
RELEASE := -c release --static-swift-stdlib
PREFIX ?= /usr/local
DESTDIR ?=
SOURCES := Sources Tests Fuzzing Package.swift
DATA ?=
MINUTES ?=
HARNESS ?=
# Options of `make bench`, such as --write, or --cases page.
BENCH ?=

.DEFAULT_GOAL := help
.PHONY: help demo build set-up lint format
.PHONY: test test-asan test-tsan test-leaks test-peers test-spark check-samples fuzz fuzz-keep
.PHONY: accuracy train-replies train-stance train-summaries bench bench-page bench-summaries
.PHONY: readme-picture report-pictures install uninstall deb test-deb docs

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-34s %s\n", $$1 substr(" DATA=folder", 1, ($$2 ~ /DATA/) * 12), $$2}' Makefile

demo: ## Analyse the sample documents in seeds/ and draw who answers whom
	@Scripts/set-up.sh demo
	@$(SWIFT) build $(RELEASE) --product rejoinder
	@Scripts/demo.sh $(PROGRAM)

test: ## Run the whole gate: imports, style, every test
	@Scripts/set-up.sh test
	@$(SWIFT) build --build-tests $(CHECKED)
	@$(MAKE) --no-print-directory lint
	@REJOINDER_PYTHON="$${REJOINDER_PYTHON:-$$(PATH=/usr/bin:$$PATH command -v python3)}" \
		REJOINDER_BROWSER_PYTHON="$$(Scripts/browser-environment.sh)" \
		$(SWIFT) test $(CHECKED)
	@echo "Not tried here: ConvoKit itself, which \`make test-peers\` installs and runs, and Spark (\`make test-spark\`)."

test-asan: ## Run the tests under the address sanitizer, built apart; not part of the gate
	@Scripts/set-up.sh test
	@Scripts/test-sanitized.sh address

test-tsan: ## The same under the thread sanitizer
	@Scripts/set-up.sh test
	@Scripts/test-sanitized.sh thread

test-leaks: ## Run the C faces under the leak sanitizer
	@Scripts/set-up.sh build
	@Scripts/test-leaks.sh

fuzz: ## Fuzz for MINUTES each harness, or the one that HARNESS names; see Fuzzing/README.md
	@$(if $(MINUTES),,$(error say how long each harness runs: make fuzz MINUTES=15))
	@Scripts/set-up.sh build
	@Scripts/fuzz.sh "$(MINUTES)" $(HARNESS)

fuzz-keep: ## Reduce what fuzzing has learnt into the corpus that the tests replay
	@Scripts/fuzz.sh keep $(HARNESS)

test-peers: ## Load what is exported with the real ConvoKit, which it installs; not part of the gate
	@Scripts/set-up.sh build
	@$(SWIFT) build $(RELEASE) --product rejoinder
	@Scripts/test-peers.sh $(PROGRAM)

test-spark: ## Run the program as a filter under Spark, which it installs; not part of the gate
	@Scripts/set-up.sh spark
	@$(SWIFT) build $(RELEASE) --product rejoinder
	@Scripts/test-spark.sh $(PROGRAM)

check-samples: ## Compare what is read with the counts of the real files in DATA
	@$(if $(DATA),,$(error say where the files and their COUNTS.tsv are: make check-samples DATA=folder))
	@Scripts/set-up.sh build
	@$(SWIFT) build $(RELEASE) --product rejoinder
	@python3 Tests/Peers/sample_counts.py $(PROGRAM) "$(DATA)"

build: ## Build the command for use, optimised
	@Scripts/set-up.sh build
	@$(SWIFT) build $(RELEASE) --product rejoinder
	@echo "The command is $(PROGRAM)"

lint: ## Check the style of every Swift source
	@$(SWIFT) format lint --strict --parallel --recursive --configuration .swift-format $(SOURCES)

format: ## Rewrite every Swift source in the house style
	@$(SWIFT) format --in-place --parallel --recursive --configuration .swift-format $(SOURCES)

accuracy: ## Print the accuracy tables for the data in DATA
	@Scripts/set-up.sh build
	@$(if $(DATA),,$(error say where the data are: make accuracy DATA=folder))
	@$(SWIFT) build $(RELEASE) --product rejoinder-evaluate
	@.build/release/rejoinder-evaluate accuracy "$(DATA)"
	@.build/release/rejoinder-evaluate pages seeds/cemetery-goats.txt Tests/Gold/cemetery-goats.json
	@$(SWIFT) build $(RELEASE) --product rejoinder
	@Scripts/summary-accuracy.sh Tests/Peers/summary_accuracy.py $(PROGRAM) \
		.build/release/rejoinder-evaluate "$(DATA)/summaries"

train-replies: ## Learn all weights of the reconstruction from the data in DATA
	@Scripts/set-up.sh build
	@$(if $(DATA),,$(error say where the data are: make train-replies DATA=folder))
	@$(SWIFT) run $(RELEASE) rejoinder-evaluate train-words "$(DATA)"
	@$(SWIFT) run $(RELEASE) rejoinder-evaluate train-replies "$(DATA)"

train-summaries: ## Learn the weights of summaries from the data in DATA
	@Scripts/set-up.sh build
	@$(if $(DATA),,$(error say where the data are: make train-summaries DATA=folder))
	@$(SWIFT) run $(RELEASE) rejoinder-evaluate train-summaries "$(DATA)"

bench-summaries: ## Measure the time of summaries beside sumy, which it installs
	@Scripts/set-up.sh build
	@$(SWIFT) build $(RELEASE) --product rejoinder
	@Scripts/summary-accuracy.sh Benchmarks/summary_time.py $(PROGRAM)

train-stance: ## Learn the weights of stances and camps from the data in DATA
	@Scripts/set-up.sh build
	@$(if $(DATA),,$(error say where the data are: make train-stance DATA=folder))
	@$(SWIFT) build $(RELEASE) --product rejoinder-evaluate
	@.build/release/rejoinder-evaluate train-stance "$(DATA)"
	@.build/release/rejoinder-evaluate train-camps "$(DATA)"

bench: ## Measure time and memory beside ConvoKit, NetworkX, zstd, simdjson and SQLite
	@Scripts/set-up.sh test
	@$(SWIFT) build $(RELEASE) --product rejoinder
	@Scripts/bench.sh $(PROGRAM) $(BENCH)

bench-page: ## Measure time against the number of comments of a page
	@Scripts/set-up.sh test
	@$(SWIFT) build $(RELEASE) --product rejoinder
	@python3 Benchmarks/linear_time.py $(PROGRAM)

readme-picture: ## Make the picture and the session of the README again
	@Scripts/set-up.sh demo
	@$(SWIFT) build $(RELEASE) --product rejoinder
	@Scripts/readme-picture.sh $(PROGRAM)

report-pictures: ## Make the pictures of the report in the README again, with Chromium
	@Scripts/set-up.sh test
	@$(SWIFT) build $(RELEASE) --product rejoinder
	@Scripts/report-pictures.sh $(PROGRAM)

install: build ## Install the program, its manual and completions under PREFIX, without Swift's runtime
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Scripts/install.sh $(PROGRAM)

uninstall: ## Remove what `make install` has put under PREFIX
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Scripts/install.sh --remove

deb: build ## Make a Debian package in .build/deb
	@Scripts/deb.sh $(PROGRAM)

test-deb: build ## Install the Debian package in a new system and run it there; needs root
	@Scripts/test-deb.sh "$$(Scripts/deb.sh $(PROGRAM))" $(PROGRAM)

docs: ## Make the site of the library's documentation in .build/docs
	@Scripts/set-up.sh demo
	@Scripts/docs.sh

set-up: ## Install what is missing and nothing more
	@Scripts/set-up.sh test
