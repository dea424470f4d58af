package analyzers_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/threatvet/threatvet/analyzers"
	"github.com/threatvet/threatvet/internal/gosystem/standin"
)

// A scan meets code of which something is missing. Every analyzer runs on every
// package that the analyzers are tested with, without any of what it imports,
// and without each of it in turn.
func TestCodeOfWhichSomethingIsMissing(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every analyzer some hundred times")
	}
	fset := token.NewFileSet()
	all := importer.ForCompiler(fset, "source", nil)
	dirs, err := filepath.Glob("*/testdata/src/*")
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no test packages: %v", err)
	}
	for _, dir := range dirs {
		missing := imports(t, dir)
		if len(missing) == 0 {
			continue
		}
		t.Run(dir, func(t *testing.T) {
			analyse(t, fset, dir, without{all, missing})
			for _, one := range missing {
				analyse(t, fset, dir, without{all, []string{one}})
			}
		})
	}
}

// without imports all packages but those that are missing, and those that only
// a test knows.
type without struct {
	all     types.Importer
	missing []string
}

func (w without) Import(path string) (*types.Package, error) {
	if slices.Contains(w.missing, path) || strings.Contains(path, ".") {
		return nil, fmt.Errorf("%s: not here", path)
	}
	return w.all.Import(path)
}

func imports(t *testing.T, dir string) []string {
	seen := map[string]bool{}
	for _, f := range parsed(t, token.NewFileSet(), dir) {
		for _, i := range f.Imports {
			seen[strings.Trim(i.Path.Value, "`\"")] = true
		}
	}
	var list []string
	for path := range seen {
		if !strings.Contains(path, ".") && path != "C" && path != "unsafe" {
			list = append(list, path)
		}
	}
	slices.Sort(list)
	return list
}

// parsed returns the files of a directory, parsed anew: checking what is broken
// drops declarations.
func parsed(t *testing.T, fset *token.FileSet, dir string) []*ast.File {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

func analyse(t *testing.T, fset *token.FileSet, dir string, have types.Importer) {
	path := "example.com/" + filepath.ToSlash(dir)
	for _, r := range standin.Check(fset, []standin.Source{{Path: path, Files: parsed(t, fset, dir)}}, have) {
		if r.Types == nil || r.Info == nil {
			continue
		}
		p := &packages.Package{
			ID: path, PkgPath: path, Name: r.Types.Name(), Fset: fset, Syntax: r.Files, Types: r.Types, TypesInfo: r.Info,
			TypesSizes: types.SizesFor("gc", "amd64"), Imports: map[string]*packages.Package{}, Module: &packages.Module{Path: path},
		}
		graph, err := checker.Analyze(analyzers.All, []*packages.Package{p}, &checker.Options{Sequential: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, act := range graph.Roots {
			if act.Err != nil {
				t.Errorf("%s: %v", act.Analyzer.Name, act.Err)
			}
		}
	}
}
