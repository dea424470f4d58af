package taint

import (
	"encoding/json"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
)

// listedPackage is a package as go list shows it.
type listedPackage struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
	ImportMap               map[string]string
	DepOnly                 bool
}

// tree is a set of packages that are analysed one after the other.
type tree struct {
	t        testing.TB
	files    map[string]string // export data
	known    map[string]*Summaries
	slowest  time.Duration
	slow     string
	packages int
	found    int
}

func listPackages(t testing.TB, dir string, patterns ...string) []listedPackage {
	t.Helper()
	args := append([]string{"list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,ImportMap,DepOnly", "--"}, patterns...)
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var list []listedPackage
	for d := json.NewDecoder(out); ; {
		var p listedPackage
		if err := d.Decode(&p); err != nil {
			break
		}
		list = append(list, p)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("go list -export: %v", err)
	}
	return list
}

// analyse summarises a package from its source, as no description of it were
// known. A package that is not complete without cgo is left out.
func (tr *tree) analyse(p listedPackage) {
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution|parser.ParseComments)
		if err != nil {
			return
		}
		files = append(files, f)
	}
	gc := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(tr.files[path]) })
	imports := importerFunc(func(path string) (*types.Package, error) {
		if to, ok := p.ImportMap[path]; ok {
			path = to
		}
		return gc.Import(path)
	})
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
	}
	pkg, err := (&types.Config{Importer: imports, Sizes: types.SizesFor("gc", "amd64")}).Check(p.ImportPath, fset, files, info)
	if err != nil {
		return
	}
	start := time.Now()
	e := newEngine(fset, library.Given.Library(), ssabuild.Build(fset, pkg, files, info), func(q *types.Package) *Summaries { return tr.known[q.Path()] })
	if e.pkg.SSA == nil {
		tr.t.Errorf("%s: no SSA form", p.ImportPath)
		return
	}
	e.run()
	tr.found += len(e.findings())
	tr.known[p.ImportPath] = e.exported()
	if took := time.Since(start); took > time.Second {
		tr.t.Logf("%s: %s", p.ImportPath, took.Round(time.Millisecond))
	}
	tr.packages++
	if took := time.Since(start); took > tr.slowest {
		tr.slowest, tr.slow = took, p.ImportPath
	}
}

// The bodies of the standard library are analysed as if they were a user's,
// without a panic and in bounded time. THREATVET_TREE names another directory,
// all of whose packages and what they import are analysed instead.
func TestTree(t *testing.T) {
	if testing.Short() {
		t.Skip("type-checks packages from their source")
	}
	dir, patterns := ".", []string{"strings", "encoding/json", "text/template", "net/url"}
	if at := os.Getenv("THREATVET_TREE"); at == "std" {
		patterns = []string{"std"}
	} else if at != "" {
		dir, patterns = at, []string{"./..."}
		if words := strings.Fields(at); len(words) > 1 {
			dir, patterns = words[0], words[1:]
		}
	}
	list := listPackages(t, dir, patterns...)
	tr := &tree{t: t, files: map[string]string{}, known: map[string]*Summaries{}}
	for _, p := range list {
		tr.files[p.ImportPath] = p.Export
	}
	for _, p := range list {
		if p.ImportPath != "unsafe" {
			tr.analyse(p)
		}
	}
	t.Logf("%d packages, %d findings, the slowest %s in %s", tr.packages, tr.found, tr.slow, tr.slowest.Round(time.Millisecond))
	if tr.packages == 0 {
		t.Errorf("nothing analysed of %s", strings.Join(patterns, " "))
	}
	if tr.slowest > 5*time.Minute {
		t.Errorf("%s takes %s", tr.slow, tr.slowest)
	}
}
