package driver

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
)

type noted struct{ Note string }

func (*noted) AFact() {}

// noter notes functions and methods that have "Noted" in their name, and
// reports calls of what is noted; a function Panic makes it panic.
var noter = &analysis.Analyzer{Name: "noter", Doc: "notes", FactTypes: []analysis.Fact{new(noted)}, Run: note}

func note(pass *analysis.Pass) (any, error) {
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Name.Name == "Panic" {
					panic("asked for")
				}
				if strings.Contains(n.Name.Name, "Noted") {
					pass.ExportObjectFact(pass.TypesInfo.Defs[n.Name], &noted{pass.Pkg.Path()})
				}
			case *ast.SelectorExpr:
				var of noted
				if fn, ok := pass.TypesInfo.Uses[n.Sel].(*types.Func); ok && pass.ImportObjectFact(fn, &of) {
					pass.Reportf(n.Sel.Pos(), "%s of %s", fn.Name(), of.Note)
				}
			}
			return true
		})
	}
	return nil, nil
}

// after says that noter has come to its end.
var after = &analysis.Analyzer{Name: "after", Doc: "after", Requires: []*analysis.Analyzer{noter}, Run: func(pass *analysis.Pass) (any, error) {
	pass.Reportf(pass.Files[0].Name.Pos(), "after")
	return nil, nil
}}

// tree makes packages of sources in dir; what a source imports stands before
// it.
func tree(t *testing.T, dir string, sources ...string) map[string]*Package {
	t.Helper()
	made := map[string]*Package{}
	for _, text := range sources {
		name := strings.Fields(text)[1]
		p := &Package{ID: name, GoVersion: "go1.24", Files: []string{filepath.Join(dir, name+".go")}, Imports: map[string]*Package{}}
		for path, dep := range made {
			if strings.Contains(text, fmt.Sprintf("%q", path)) {
				p.Imports[path] = dep
			}
		}
		if err := os.WriteFile(p.Files[0], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		made[name] = p
	}
	return made
}

func drive(t *testing.T, store *Store, pkgs map[string]*Package) map[string]Result {
	t.Helper()
	var roots []*Package
	for _, p := range pkgs {
		roots = append(roots, p)
	}
	d := driver(store)
	results, err := d.Run(context.Background(), roots)
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]Result{}
	for _, r := range results {
		byID[r.Package.ID] = r
	}
	return byID
}

func driver(store *Store) *Driver {
	return &Driver{
		Analyzers: []*analysis.Analyzer{noter, after}, Sizes: types.SizesFor("gc", "amd64"), Store: store,
		Role:    func(*Package) (Role, bool) { return Checked, true },
		Exports: func(context.Context, []*Package) (map[string]string, error) { return nil, nil },
	}
}

func said(r Result) []string {
	var list []string
	for _, d := range r.Diagnostics {
		list = append(list, d.Message)
	}
	slices.Sort(list)
	return list
}

var chain = []string{
	"package a\n\ntype T struct{}\n\nfunc (T) Noted() {}\n\nfunc NotedToo() {}\n",
	"package b\n\nimport \"a\"\n\nfunc Get() a.T { a.NotedToo(); return a.T{} }\n",
	"package c\n\nimport \"b\"\n\nfunc F() { b.Get().Noted() }\n",
}

// Facts of functions reach those that import their package, facts of methods
// all that have a value of their type; so they do from what was kept.
func TestFacts(t *testing.T) {
	dir := t.TempDir()
	pkgs := tree(t, dir, chain...)
	store := &Store{Dir: filepath.Join(t.TempDir(), "new")}
	check := func(kept ...string) {
		t.Helper()
		results := drive(t, store, pkgs)
		for id, want := range map[string][]string{"a": {"after"}, "b": {"NotedToo of a", "after"}, "c": {"Noted of a", "after"}} {
			r := results[id]
			if diff := cmp.Diff(want, said(r)); diff != "" || r.Err != nil {
				t.Errorf("%s: %v\n%s", id, r.Err, diff)
			}
			if r.Kept != slices.Contains(kept, id) {
				t.Errorf("%s was kept: %v", id, r.Kept)
			}
		}
	}
	check()
	check("a", "b", "c")
	pkgs = tree(t, dir, chain[0], chain[1], chain[2]+"\n")
	check("a", "b")
	pkgs = tree(t, dir, chain[0]+"\n", chain[1], chain[2])
	check()
}

// What is damaged is made anew.
func TestDamaged(t *testing.T) {
	pkgs := tree(t, t.TempDir(), chain...)
	store := &Store{Dir: t.TempDir()}
	drive(t, store, pkgs)
	files, err := filepath.Glob(filepath.Join(store.Dir, "??", "*"))
	if err != nil || len(files) != 6 {
		t.Fatalf("%d files were kept, want 6: %v", len(files), err)
	}
	for i, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		data[len(data)-1]++
		if err := os.WriteFile(file, data[:len(data)-i%2], 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for id, r := range drive(t, store, pkgs) {
		if r.Kept || r.Err != nil || len(r.Diagnostics) == 0 {
			t.Errorf("%s: %+v", id, r)
		}
	}
}

// A panic costs what needs the analyzer, and is not kept; what does not compile
// costs what imports it.
func TestFailures(t *testing.T) {
	pkgs := tree(t, t.TempDir(), append(slices.Clone(chain),
		"package p\n\nfunc Panic() {}\n",
		"package q\n\nvar x = y\n",
		"package r\n\nimport \"q\"\n\nvar x = q.X\n",
	)...)
	store := &Store{}
	for range 2 {
		results := drive(t, store, pkgs)
		want := []string{"noter: panic: asked for", "after: it needs noter"}
		if diff := cmp.Diff(want, results["p"].Problems); diff != "" {
			t.Error(diff)
		}
		if err := results["q"].Err; err == nil || !strings.Contains(err.Error(), "q.go:3:9: undefined: y") {
			t.Errorf("q: %v", err)
		}
		if err := results["r"].Err; !errors.Is(err, ErrImport) {
			t.Errorf("r: %v", err)
		}
		if diff := cmp.Diff([]string{"Noted of a", "after"}, said(results["c"])); diff != "" {
			t.Error(diff)
		}
	}
}

func TestCancelled(t *testing.T) {
	pkgs := tree(t, t.TempDir(), chain...)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := driver(&Store{}).Run(ctx, []*Package{pkgs["c"]}); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
}
