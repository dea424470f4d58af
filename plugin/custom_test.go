package plugin

// builder is golangci-lint with the plugin in it.
const builder = `package main

import (
	"fmt"
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/threatvet/threatvet/plugin"
)

func main() {
	if err := commands.Execute(commands.BuildInfo{Version: "custom", Commit: "none", Date: "none"}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitcodes.Failure)
	}
}
`

// builderModule keeps the glob library at the version that golangci-lint's own
// linters need; the plugin uses none.
const builderModule = `module example.com/custom

go 1.26.0

require (
	github.com/golangci/golangci-lint/v2 v2.15.0
	github.com/threatvet/threatvet v0.0.0
)

replace (
	github.com/gobwas/glob => github.com/gobwas/glob v0.2.3
	github.com/threatvet/threatvet => PROJECT
)
`

// sample holds a finding over two packages, one that a comment silences, and
// one that the settings leave out.
var sample = map[string]string{
	"go.mod": "module example.com/sample\n\ngo 1.24\n",
	"main.go": `package main

import (
	"crypto/tls"
	"net/http"
	"os"

	"example.com/sample/store"
)

var quiet = tls.Config{InsecureSkipVerify: true} //nolint:threatvet // a test server

var loud = tls.Config{InsecureSkipVerify: true}

func read(w http.ResponseWriter, r *http.Request) {
	_, _ = os.ReadFile(store.Path(r))
}

func main() {
	http.HandleFunc("GET /", read)
	_, _ = loud, quiet
	_ = http.ListenAndServe(":8080", nil)
}
`,
	"store/store.go": `package store

import "net/http"

func Path(r *http.Request) string { return "/srv/" + r.FormValue("name") }
`,
	".golangci.yml": `version: "2"
linters:
  default: none
  enable: [threatvet]
  settings:
    custom:
      threatvet:
        type: module
        settings:
          skip: [servertimeout]
`,
}
