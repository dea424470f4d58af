package outline

import (
	"encoding/gob"
	"encoding/json"
	"go/ast"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
)

type seen struct{ Note string }

func (*seen) AFact() {}

// teller tells of each function and method in package a, and nothing of others.
var teller = &analysis.Analyzer{
	Name: "teller", Doc: "tells of functions", FactTypes: []analysis.Fact{new(seen)},
	Run: func(pass *analysis.Pass) (any, error) {
		for _, f := range pass.Files {
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && pass.Pkg.Path() == "a" {
					pass.ExportObjectFact(pass.TypesInfo.Defs[fn.Name].(*types.Func), &seen{Note: fn.Name.Name})
				}
			}
		}
		return nil, nil
	},
}

func TestMain(m *testing.M) {
	gob.Register(new(seen))
	if len(os.Args) == 2 && filepath.Ext(os.Args[1]) == ".cfg" {
		unitchecker.Run(os.Args[1], []*analysis.Analyzer{teller})
	}
	os.Exit(m.Run())
}

var sources = map[string]string{
	"a": "package a\n\ntype T struct{ N int }\n\nfunc (t *T) M() int { return t.N }\n\nfunc F() *T { return &T{} }\n",
	"b": "package b\n\nimport \"a\"\n\ntype U struct{ *a.T }\n\nvar V = func() int { x := a.F(); return x.N }()\n\n" +
		"const C = 1 << 3\n\nfunc G[P any](u U, p P) (P, int) { y := u.M(); return p, y + C }\n",
}

// unit writes a unit over one package of sources, for the output name.
func unit(t *testing.T, dir, path, out string, imports map[string]string) string {
	t.Helper()
	file := filepath.Join(dir, path+".go")
	c := unitchecker.Config{
		ID: path, ImportPath: path, Compiler: "gc", GoFiles: []string{file}, GoVersion: "go1.24", ImportMap: map[string]string{},
		PackageVetx: imports, VetxOnly: true, VetxOutput: filepath.Join(dir, out),
	}
	for name := range imports {
		c.ImportMap[name] = name
	}
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	cfg := filepath.Join(dir, out+".cfg")
	for name, content := range map[string][]byte{file: []byte(sources[path]), cfg: text} {
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return cfg
}

// What is written is what unitchecker, which sees the bodies too, would have
// written: the same types, and the facts of methods that come through.
func TestLikeUnitchecker(t *testing.T) {
	dir := t.TempDir()
	whole := func(cfg string) {
		if out, err := exec.Command(os.Args[0], cfg).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	whole(unit(t, dir, "a", "a.out", nil))
	imports := map[string]string{"a": filepath.Join(dir, "a.out")}
	whole(unit(t, dir, "b", "whole.out", imports))

	cfg := unit(t, dir, "b", "outline.out", imports)
	text, err := os.ReadFile(cfg)
	if err != nil {
		t.Fatal(err)
	}
	u := &unitchecker.Config{}
	if err := json.Unmarshal(text, u); err != nil {
		t.Fatal(err)
	}
	if err := Write(u); err != nil {
		t.Fatal(err)
	}
	both, err := readImports(map[string]string{"whole": filepath.Join(dir, "whole.out"), "outline": filepath.Join(dir, "outline.out")})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(both["whole"].types, both["outline"].types); diff != "" {
		t.Errorf("types: whole -, outline +:\n%s", diff)
	}
	if diff := cmp.Diff(facts(t, both["whole"]), facts(t, both["outline"])); diff != "" {
		t.Errorf("facts: whole -, outline +:\n%s", diff)
	}
	if len(facts(t, both["outline"])) != 1 {
		t.Error("the fact of a's method does not come through")
	}
}

func facts(t *testing.T, o output) map[[2]string]fact {
	t.Helper()
	all, err := decode(o.facts)
	if err != nil {
		t.Fatal(err)
	}
	byKey := map[[2]string]fact{}
	for _, f := range all {
		byKey[f.key()] = f
	}
	return byKey
}

func TestForm(t *testing.T) {
	for _, text := range []string{"", "vetx", "xxxx\x00\x00\x00\x00\x00\x00\x00\x00", "vetx\x01\x00\x00\x00\x00\x00\x00\x00"} {
		if _, err := parse([]byte(text)); err == nil {
			t.Errorf("%q was taken for an output", text)
		}
	}
}
