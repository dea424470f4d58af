package builds

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func tree(files ...string) fstest.MapFS {
	t := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		t[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return t
}

const oneForAll = `# syntax=docker/dockerfile:1
FROM golang:1.26 AS build
WORKDIR /app
COPY . .
ARG DIR
RUN --mount=type=cache,target=/root/.cache \
  # the cache makes it fast
  CGO_ENABLED=0 go build -a -installsuffix cgo -ldflags="-s -w" -o /go/bin/main "./lambda/$DIR"
FROM scratch
COPY --from=build /go/bin/main /main
ENTRYPOINT ["/main"]
`

func TestRead(t *testing.T) {
	tests := []struct {
		name     string
		files    fstest.MapFS
		programs []string
		want     []string // program kind name file:line
	}{
		{"nothing", tree("main.go", "package main"), []string{"."}, nil},
		{"a Makefile with variables", tree("handler/Makefile", `OUT ?= ../release/
NAME := inventory-lambda
export GO111MODULE=on
build: lint
	mkdir -p $(OUT)
	@GOOS=linux go build -o $(OUT)$(NAME) -v && echo done
	zip -j $(OUT)$(NAME).zip $(OUT)$(NAME)
`), []string{"handler"}, []string{"handler file inventory-lambda handler/Makefile:6", "handler file inventory-lambda.zip handler/Makefile:7"}},
		{"what make calls a rule's target and needs", tree("Makefile", "NAME = hello\nhello.zip: $(NAME)\n\tzip $@ $<\n$(NAME): main.go\n\tgo build -o $@\nall: a b\n\tgo build -o $^ .\n"), []string{"."}, []string{
			". file hello Makefile:5", ". file hello.zip Makefile:3",
		}},
		{"a rule for many makes no name", tree("Makefile", "web: main.go\n\ttouch $@\nbin/%: x\n\tgo build -o $@ ./cmd/web\n"), []string{"cmd/web"}, nil},
		{"a script's arguments are no target", tree("build.sh", "web: x\ngo build -o $@ ./cmd/web\n"), []string{"cmd/web"}, nil},
		{"a variable that is not known makes no name", tree("Makefile", "build:\n\tgo build -o $(OUT) ./cmd/web\n"), []string{"cmd/web"}, nil},
		{"a pattern rule makes no name", tree("Makefile", "bin/%:\n\tgo build -o $@ ./cmd/$*\n"), []string{"cmd/web"}, nil},
		{"no output: called like its folder", tree("build.sh", "#!/bin/sh\nset -e\ncd cmd/web; go install .\n"), []string{"cmd/web"}, []string{"cmd/web file web build.sh:3"}},
		{"a name that every program has", tree("Makefile", "all:\n\tgo build -o bootstrap ./cmd/web\n"), []string{"cmd/web"}, nil},
		{"docker build in a script", tree(
			"ci/push.sh", "REPO=registry.example.com:5000/shop\ndocker build -t \"${REPO}/web:${TAG}\" -f ../cmd/web/Dockerfile ..\n",
			"cmd/web/Dockerfile", "FROM golang\nWORKDIR /src\nCOPY . .\nRUN go build -o /web ./cmd/web\nCMD /web -v\n",
		), []string{"cmd/web", "cmd/other"}, []string{"cmd/web image shop/web ci/push.sh:2", "cmd/web image web cmd/web/Dockerfile:1"}},
		{"one Dockerfile for all, told by Compose", tree(
			"docker-compose.yml", "services:\n  create:\n    image: shop/api-create\n    build:\n      context: .\n      dockerfile: ./lambda/Dockerfile\n      args:\n        - DIR=create\n  update:\n    image: shop/api-update:latest\n    build: {context: ., dockerfile: lambda/Dockerfile, args: {DIR: update}}\n  db:\n    image: postgres\n",
			"lambda/Dockerfile", oneForAll,
		), []string{"lambda/create", "lambda/update"}, []string{"lambda/create image shop/api-create docker-compose.yml:3", "lambda/update image shop/api-update docker-compose.yml:10"}},
		{"of several programs the one that is started", tree(
			"compose.yaml", "services:\n  front:\n    build: .\n",
			"Dockerfile", "FROM golang\nWORKDIR /src\nCOPY . .\nRUN go build -o /out/web ./cmd/web && go build -o /out/tool ./cmd/tool\nENTRYPOINT /out/web\n",
		), []string{"cmd/web", "cmd/tool"}, []string{"cmd/web image front compose.yaml:2", "cmd/web image web Dockerfile:1"}},
		{"several programs, none of them started", tree("Dockerfile", "FROM golang\nRUN go build -o /out/ ./cmd/web && go build -o /out/ ./cmd/tool\nENTRYPOINT /start.sh\n"), []string{"cmd/web", "cmd/tool"}, nil},
		{"goreleaser", tree(".goreleaser.docker.yaml", `builds:
  - id: agg
    main: './cmd/aggregator'
    binary: 'metrics-aggregator'
dockers:
  - ids: [agg]
    image_templates:
      - '{{ .Env.DOCKER_REPO }}/metrics-aggregator:{{ .Tag }}-amd64'
      - 'ghcr.io/example/aggregator:latest'
`), []string{"cmd/aggregator"}, []string{
			"cmd/aggregator file metrics-aggregator .goreleaser.docker.yaml:3",
			"cmd/aggregator image example/aggregator .goreleaser.docker.yaml:9",
			"cmd/aggregator image metrics-aggregator .goreleaser.docker.yaml:8",
		}},
		{"folders of others", tree("vendor/x/Makefile", "a:\n\tgo build -o web ./..\n", "testdata/Makefile", "a:\n\tgo build -o web ../cmd/web\n"), []string{"cmd/web"}, nil},
		{"no program of ours", tree("Makefile", "a:\n\tgo build -o web ./cmd/none\n"), []string{"cmd/web"}, nil},
		{"out of the tree", tree("Makefile", "a:\n\tgo build -o web ../../x\n"), []string{"x"}, nil},
		{"broken YAML", tree("compose.yml", "services: [", ".goreleaser.yml", "builds: {"), []string{"."}, nil},
	}
	for _, tt := range tests {
		var got []string
		for _, a := range Read(tt.files, tt.programs) {
			got = append(got, fmt.Sprintf("%s %s %s %s:%d", a.Program, a.Kind, a.Name, a.Evidence.File, a.Evidence.Line))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestImageName(t *testing.T) {
	for ref, want := range map[string]string{
		"nginx": "nginx", "shop/web:1.2": "shop/web", "ghcr.io/shop/web@sha256:abc": "shop/web", "localhost:5000/web:x": "web",
		"111111111111.dkr.ecr.eu-west-1.amazonaws.com/lpa/api-create:latest": "lpa/api-create",
		"{{ .Env.REPO }}/agg:{{ .Tag }}":                                     "agg", "${REPO}/web:$TAG": "web", "$IMAGE": "", "Shop/Web": "shop/web",
	} {
		if got := ImageName(ref); got != want {
			t.Errorf("%s: %q, want %q", ref, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(oneForAll, "NAME=a\nx:\n\tgo build -o $(NAME) ./cmd/web\n", "services: {a: {build: .}}")
	f.Add("RUN \\", "zip a b; cd ..;docker build -t", "builds: [{main: ../..}]")
	f.Fuzz(func(t *testing.T, dockerfile, makefile, yaml string) {
		for _, a := range Read(tree("Dockerfile", dockerfile, "Makefile", makefile, "compose.yml", yaml, ".goreleaser.yml", yaml), []string{"cmd/web", "."}) {
			if a.Name == "" || strings.ContainsAny(a.Name, "$") || a.Program != "cmd/web" && a.Program != "." {
				t.Errorf("%+v", a)
			}
		}
	})
}
