package library_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/threatvet/threatvet/internal/gosystem/libraries"
	"github.com/threatvet/threatvet/internal/gosystem/library"
)

func TestEmbeddedLoads(t *testing.T) {
	lib, diags := library.Load(libraries.Files)
	for _, d := range diags {
		t.Error(d)
	}
	f := lib.Func("database/sql.DB.QueryContext")
	if f == nil || len(f.Sinks) != 1 || f.Sinks[0].Kind != library.SQLInjection || f.Sinks[0].Port.Index != 1 {
		t.Errorf("sql.DB.QueryContext = %+v", f)
	}
}

// A run of the vet tool reads what its package asks for.
func BenchmarkFew(b *testing.B) {
	for b.Loop() {
		lib := library.Embedded()
		for _, name := range []string{"net/http.Get", "os.Open", "fmt.Sprintf", "strings.Join", "database/sql.DB.Query", "example.com/own.F"} {
			lib.Func(name)
		}
		lib.Services()
	}
}

// What is cut out of our files line by line is what a parser sees in them.
func TestEmbeddedIsWhole(t *testing.T) {
	whole, _ := library.Load(libraries.Files)
	if got, want := len(library.Embedded().Lines()), len(whole.Lines()); got != want {
		t.Errorf("%d lines are found, want %d: a block of a library file must begin and end at the start of a line", got, want)
	}
}

// What is wrong in a user's file is said with its place and the nearest name,
// and the rest of the file counts.
func TestProblems(t *testing.T) {
	tests := []struct{ name, text, at, says string }{
		{"attribute", "package \"a.b/c\" {\n  sinkz = {}\n}", "own.hcl:2", `Did you mean "sinks"?`},
		{"block", "packages \"a.b/c\" {\n}", "own.hcl:1", `Did you mean "package"?`},
		{"kind", "package \"a.b/c\" {\n  sinks = {\n    sql_injektion = [\"F: 0\"]\n  }\n}", "own.hcl:3", `did you mean "sql_injection"?`},
		{"place", "package \"a.b/c\" {\n  flows = [\n    \"F: 0 -> 0\",\n    \"G: first -> 0\",\n  ]\n}", "own.hcl:4", `"first" is no place in a call`},
		{"arrow", "package \"a.b/c\" {\n  flows = [\"G: 0\"]\n}", "own.hcl:2", "a flow needs an arrow"},
		{"condition", "package \"a.b/c\" {\n  sinks = { xss = [\"F: 0 when writr\"] }\n}", "own.hcl:2", `did you mean "writer"?`},
		{"route", "package \"a.b/c\" {\n  routes = [\"F: patern 0 handler 1\"]\n}", "own.hcl:2", `did you mean "pattern"?`},
		{"outcome", "package \"a.b/c\" {\n  guards = [\"F: 0 tru\"]\n}", "own.hcl:2", `did you mean "true"?`},
		{"syntax", "package \"a.b/c\" {", "own.hcl:1", "Unclosed configuration block"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lib, diags := library.Load(fstest.MapFS{
				"own.hcl": {Data: []byte(tt.text)}, "right.hcl": {Data: []byte("package \"a.b/d\" {\n  clean = [\"F\"]\n}\n")},
			})
			if len(diags) == 0 {
				t.Fatal("nothing is said")
			}
			d := diags[0]
			if at := fmt.Sprintf("%s:%d", d.Subject.Filename, d.Subject.Start.Line); at != tt.at || !strings.Contains(d.Error(), tt.says) {
				t.Errorf("at %s: %v; want %s and %q", at, d, tt.at, tt.says)
			}
			if lib.Func("a.b/d.F") == nil {
				t.Error("the file that is right does not count")
			}
		})
	}
}
