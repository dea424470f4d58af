package gosystem

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/gosystem/fragment"
	"github.com/threatvet/threatvet/internal/model"
)

const tested = `
-- go.mod --
module example.com/tested

go 1.24
-- main.go --
package main

func main() { println(one()) }

func one() int { return 1 }
-- main_test.go --
package main

import (
	"crypto/tls"
	"testing"
	"testing/quick"
)

var inner = tls.Config{InsecureSkipVerify: true}

func TestOne(t *testing.T) { quick.Check(func() bool { return one() == 1 }, nil) }
-- outer_test.go --
package main_test

import (
	"crypto/tls"
	"testing/iotest"
)

var outer = tls.Config{InsecureSkipVerify: true}

var _ = iotest.ErrTimeout
-- only/only_test.go --
package only

import "crypto/tls"

var alone = tls.Config{InsecureSkipVerify: true}
`

// Neither tests nor what only they import is looked for, unless tests are asked
// for; then all of them are checked.
func TestTests(t *testing.T) {
	dir := write(t, tested)
	for _, tests := range []bool{false, true} {
		s := scan(t, Options{Dir: dir, Tests: tests})
		l, err := s.list(context.Background(), dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"testing/quick", "testing/iotest"} {
			if (l.all[name] != nil) != tests {
				t.Errorf("tests %v: %s is listed: %v", tests, name, !tests)
			}
		}
		var want []string
		if tests {
			want = []string{"main_test.go:9", "only/only_test.go:5", "outer_test.go:8"}
		}
		if diff := cmp.Diff(want, places(s)); diff != "" {
			t.Errorf("tests %v:\n%s", tests, diff)
		}
	}
}

// places are the lines of findings.
func places(s *scanner) []string {
	var list []string
	for _, d := range s.diags {
		file, line, _ := strings.Cut(strings.TrimPrefix(d.Posn, s.o.Dir+string(os.PathSeparator)), ":")
		line, _, _ = strings.Cut(line, ":")
		list = append(list, filepath.ToSlash(file)+":"+line)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func scan(t *testing.T, o Options) *scanner {
	t.Helper()
	s := &scanner{o: o, sys: model.New(), frags: map[string]*fragment.Fragment{}}
	s.store.Dir = o.Cache
	if err := s.modules(context.Background(), modules(o.Dir)); err != nil {
		t.Fatal(err)
	}
	for _, g := range s.sys.Gaps {
		t.Errorf("%s: %s", g.What, g.Why)
	}
	return s
}

const layered = `
-- go.mod --
module example.com/layered

go 1.24
-- main.go --
package main

import "example.com/layered/store"

func main() { store.Open() }
-- store/store.go --
package store

import "crypto/tls"

func Open() *tls.Config { return &tls.Config{InsecureSkipVerify: true} }
-- other/other.go --
package other

func F() {}
`

// What did not change is not checked again, and says the same; what changed is,
// with all that imports it.
func TestKept(t *testing.T) {
	o := Options{Dir: write(t, layered), Cache: t.TempDir()}
	edit := func(name, from, to string) {
		t.Helper()
		file := filepath.Join(o.Dir, filepath.FromSlash(name))
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		put(t, file, []byte(strings.Replace(string(text), from, to, 1)))
	}
	for _, step := range []struct {
		name    string
		do      func()
		checked int
		want    []string
	}{
		{"at first", func() {}, 3, []string{"store/store.go:5"}},
		{"again", func() {}, 0, []string{"store/store.go:5"}},
		{"one of others", func() { edit("other/other.go", "F", "G") }, 1, []string{"store/store.go:5"}},
		{"one that is imported", func() { edit("store/store.go", "func", "\nfunc") }, 2, []string{"store/store.go:6"}},
		{"back again", func() { edit("store/store.go", "\nfunc", "func") }, 0, []string{"store/store.go:5"}},
		{"other settings", func() { o.Tests = true }, 3, []string{"store/store.go:5"}},
		{"another language", func() { edit("go.mod", "1.24", "1.23") }, 3, []string{"store/store.go:5"}},
		{"a mistake", func() { edit("store/store.go", "true", "false") }, 2, nil},
	} {
		step.do()
		s := scan(t, o)
		if s.checked != step.checked {
			t.Errorf("%s: %d packages were checked, want %d", step.name, s.checked, step.checked)
		}
		if diff := cmp.Diff(step.want, places(s)); diff != "" {
			t.Errorf("%s:\n%s", step.name, diff)
		}
	}
}

// A package that does not compile, and what imports it, is no reason not to
// read the others as they are.
func TestPartlyBroken(t *testing.T) {
	dir := write(t, layered+"-- broken/broken.go --\npackage broken\n\nvar x int = \"\"\n-- above/above.go --\npackage above\n\nimport _ \"example.com/layered/broken\"\n")
	s := &scanner{o: Options{Dir: dir}, sys: model.New(), frags: map[string]*fragment.Fragment{}}
	if err := s.modules(context.Background(), modules(dir)); err != nil {
		t.Fatal(err)
	}
	if len(s.frags) != 5 {
		t.Errorf("%d packages were read, want 5", len(s.frags))
	}
	if len(s.sys.Gaps) != 1 || !strings.Contains(s.sys.Gaps[0].Why, "2 packages could not be built") || !strings.Contains(s.sys.Gaps[0].Why, "the go command says: broken/broken.go:3:13: ") {
		t.Errorf("gaps = %+v, want one that says what is wrong with broken.go", s.sys.Gaps[0])
	}
}

const partly = `
-- go.mod --
module example.com/partly

go 1.24
-- clean/clean.go --
package clean

import (
	"os/exec"
	"path/filepath"
)

func Base(name string) string { return filepath.Base(filepath.Clean("/" + name)) }

func Same(name string) string { return name }

func Run(name string) { exec.Command("sh", "-c", name).Run() }
-- web/web.go --
package web

import (
	"net/http"
	"os"

	"example.com/partly/clean"
)

func base(w http.ResponseWriter, r *http.Request) {
	os.Remove("/srv/" + clean.Base(r.FormValue("name")))
}

func same(w http.ResponseWriter, r *http.Request) {
	os.Remove("/srv/" + clean.Same(r.FormValue("name")))
}

func run(w http.ResponseWriter, r *http.Request) {
	clean.Run(r.FormValue("name"))
}

func init() {
	http.HandleFunc("/base", base)
	http.HandleFunc("/same", same)
	http.HandleFunc("/run", run)
}
`

// What a package that does not build imports is read as it is, where it can be.
func TestBelowBroken(t *testing.T) {
	for name, wrong := range map[string]string{
		"does not compile": "package web\n\nvar x int = \"\"\n",
		"uses cgo":         "package web\n\n// #include \"missing.h\"\nimport \"C\"\n\ntype y C.struct_y\n\nfunc x(z y) C.int { return C.x(z) }\n\nfunc calls() { _ = x(y{}) }\n",
		"not to be had":    "package web\n\nimport \"example.invalid/missing\"\n\nvar x = missing.New()\n",
	} {
		dir := write(t, partly+"-- web/wrong.go --\n"+wrong)
		cache := t.TempDir()
		for _, again := range []bool{false, true} {
			s := &scanner{o: Options{Dir: dir, Cache: cache}, sys: model.New(), frags: map[string]*fragment.Fragment{}}
			s.store.Dir = cache
			if err := s.modules(context.Background(), modules(dir)); err != nil {
				t.Fatal(err)
			}
			if len(s.sys.Gaps) != 1 {
				t.Errorf("%s: %d gaps, want one", name, len(s.sys.Gaps))
			}
			if diff := cmp.Diff([]string{"web/web.go:15", "web/web.go:19"}, traced(s)); diff != "" {
				t.Errorf("%s, again %v:\n%s", name, again, diff)
			}
		}
	}
}

// traced are the places of findings that are proven by a trace.
func traced(s *scanner) []string {
	proven := slices.DeleteFunc(slices.Clone(s.diags), func(d diagnostic) bool { return len(d.Related) == 0 })
	return places(&scanner{o: s.o, diags: proven})
}
