package gosystem

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/threatvet/threatvet/internal/gosystem/driver"
	"github.com/threatvet/threatvet/internal/gosystem/fragment"
	"github.com/threatvet/threatvet/internal/model"
)

// A scan and go vet with this tool run the same analyzers on the same packages
// with the same facts, so whatever they say, the packages' parts of the model
// included, must be the same.
func TestLikeVet(t *testing.T) {
	dirs := map[string]string{"crosspkg": "testdata/crosspkg"}
	systems, err := filepath.Glob("../../testdata/systems/*/go.mod")
	if err != nil || len(systems) == 0 {
		t.Fatalf("no systems: %v", err)
	}
	for _, file := range systems {
		dirs[filepath.Base(filepath.Dir(file))] = filepath.Dir(file)
	}
	for name, dir := range dirs {
		t.Run(name, func(t *testing.T) { likeVet(t, absolute(t, dir), "") })
	}
	t.Run("vendored", func(t *testing.T) {
		said := likeVet(t, write(t, vendored), "example.com/app")
		for _, want := range []string{"main.go:16:", "pathtraversal"} {
			if !strings.Contains(said, want) {
				t.Errorf("nothing says %q: what a dependency does with data is not known", want)
			}
		}
		if strings.Contains(said, "bodylimit main.go") {
			t.Error("the limit that a dependency's dependency puts on bodies is not known")
		}
	})
}

// A dependency hands data through, another one hands out a value of a third,
// whose method limits bodies.
const vendored = `
-- go.mod --
module example.com/app

go 1.24

require (
	example.com/dep v1.0.0
	example.com/limit v1.0.0
	example.com/wrap v1.0.0
)
-- main.go --
package main

import (
	"io"
	"net/http"
	"os"

	"example.com/dep"
	"example.com/wrap"
)

func main() { http.ListenAndServe(":80", wrap.Limits().Around(http.HandlerFunc(handle))) }

func handle(w http.ResponseWriter, r *http.Request) {
	io.ReadAll(r.Body)
	os.ReadFile(dep.Name(r))
	os.ReadFile("/srv/" + dep.Fixed(r))
}
-- vendor/modules.txt --
# example.com/dep v1.0.0
## explicit; go 1.24
example.com/dep
# example.com/limit v1.0.0
## explicit; go 1.24
example.com/limit
# example.com/wrap v1.0.0
## explicit; go 1.24
example.com/wrap
-- vendor/example.com/dep/dep.go --
package dep

import "net/http"

func Name(r *http.Request) string { return r.FormValue("name") }

func Fixed(r *http.Request) string { return "fixed" }
-- vendor/example.com/limit/limit.go --
package limit

import "net/http"

type Limits struct{ N int64 }

func (l Limits) Around(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, l.N)
		next.ServeHTTP(w, r)
	})
}
-- vendor/example.com/wrap/wrap.go --
package wrap

import "example.com/limit"

func Limits() limit.Limits { return limit.Limits{N: 1 << 20} }
`

func write(t *testing.T, text string) string {
	t.Helper()
	dir := absolute(t, t.TempDir())
	files, err := txtar.FS(txtar.Parse([]byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, files); err != nil {
		t.Fatal(err)
	}
	return dir
}

func absolute(t *testing.T, dir string) string {
	t.Helper()
	abs, err := filepath.Abs(dir)
	if err == nil {
		abs, err = filepath.EvalSymlinks(abs)
	}
	if err != nil {
		t.Fatal(err)
	}
	return abs
}

// likeVet compares what a scan and go vet say of a directory, and returns it.
func likeVet(t *testing.T, dir, module string) string {
	s := scan(t, Options{Dir: dir})
	v := &scanner{o: s.o, sys: model.New(), frags: map[string]*fragment.Fragment{}}
	v.take(vet(t, dir), ".")
	if len(v.frags) == 0 || module != "" && v.frags[module] == nil {
		t.Fatal("go vet says nothing")
	}
	if diff := cmp.Diff(v.frags, s.frags); diff != "" {
		t.Errorf("parts of the model: go vet -, scan +:\n%s", diff)
	}
	said := lines(dir, s.diags)
	if diff := cmp.Diff(lines(dir, v.diags), said); diff != "" {
		t.Errorf("findings: go vet -, scan +:\n%s", diff)
	}
	return strings.Join(said, "\n")
}

func lines(dir string, diags []diagnostic) []string {
	var list []string
	for _, d := range diags {
		text := fmt.Sprint(d.Analyzer, " ", d.Posn, " ", d.Category, " ", strings.TrimPrefix(d.Message, d.Category+": "))
		for _, r := range d.Related {
			text += fmt.Sprint("\n  ", r.Posn, " ", r.Message)
		}
		list = append(list, strings.ReplaceAll(text, dir+string(os.PathSeparator), ""))
	}
	slices.Sort(list)
	return list
}

// vet runs go vet with this binary as its tool.
func vet(t *testing.T, dir string) []diagnostic {
	t.Helper()
	cmd := exec.Command("go", "vet", "-json", "-vettool="+os.Args[0], "-gosystem.emit", "./...")
	cmd.Dir = dir
	cmd.Env = append(hardened(Options{}, dir), "GOWORK=off")
	out, err := cmd.CombinedOutput() // which of its two outputs it uses depends on its version
	if err != nil {
		t.Fatalf("go vet: %v: %s", err, out)
	}
	var plain bytes.Buffer
	for line := range bytes.Lines(out) {
		if !bytes.HasPrefix(line, []byte("#")) {
			plain.Write(line)
		}
	}
	var list []diagnostic
	for decoder := json.NewDecoder(&plain); decoder.More(); {
		var tree map[string]map[string][]driver.Diagnostic
		if err := decoder.Decode(&tree); err != nil {
			t.Fatalf("go vet: %v: %s", err, out)
		}
		for pkg, byAnalyzer := range tree {
			for name, found := range byAnalyzer {
				for _, d := range found {
					d.Analyzer = name
					list = append(list, diagnostic{Diagnostic: d, pkg: pkg})
				}
			}
		}
	}
	return list
}
