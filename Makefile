# Everything that a contributor runs. CONTRIBUTING.md says when.

GO          ?= go
FUZZTIME    ?= 10s
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: all build test race lint fmt fuzz bench golden sample

all: fmt lint test

build: ## the command, as bin/threatvet
	$(GO) build -trimpath -o bin/threatvet ./cmd/threatvet

test: ## every test, the Rego tests among them
	$(GO) test -timeout 30m ./...

race:
	$(GO) test -race -short -timeout 30m ./...

fmt: ## fails where a file is not formatted
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); exit 1; }

lint:
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...

fuzz: ## each fuzz target for FUZZTIME
	@GO=$(GO) FUZZTIME=$(FUZZTIME) sh scripts/fuzz.sh

bench: ## the numbers of docs/benchmarks.md, as ratios
	$(GO) test -run '^$$' -bench . -benchtime 1x ./... | grep -E '^(Benchmark|pkg:)'

golden: ## rewrite the golden files; read the difference like code
	$(GO) test $$(git grep -l '"update"' -- '*_test.go' | xargs -n1 dirname | sort -u | sed 's|^|./|') -update

sample: build ## scan the sample system
	-bin/threatvet scan testdata/systems/shop
