package scan

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"
)

// street gives each package its place: a package imports only from lower
// numbers. Packages of one number do not know each other.
var street = map[string]int{
	"internal/model": 0, "internal/sourcetree": 0, "internal/nolint": 0, "internal/revision": 0, "internal/builds": 1,
	"internal/issuer": 1, "internal/terraform": 1, "internal/gocode": 1, "policies": 1, "internal/gosystem/libraries": 1,
	"internal/gosystem/library": 2, "internal/gosystem/ssabuild": 3,
	"internal/gosystem/taint": 4, "internal/gosystem/fragment": 5, "analyzers": 6, "internal/gosystem": 7, "plugin": 7,
	"internal/catalog": 2, "internal/topology": 2, "internal/link": 2, "internal/iam": 2,
	"internal/merge": 4, "internal/attackpath": 3, "internal/leastprivilege": 3, "internal/policy": 3, "internal/risk": 3,
	"internal/businesscontext": 4, // the owners' words rate, so it knows what a rating is
	"internal/finding":         5,
	"internal/report/plain":    6, "internal/sarif": 7, "internal/diff": 7, "internal/report": 8,
	"internal/docs": 8, // tells what is in the data
	"internal/scan": 9,
	"internal/lsp":  10,
	"internal/cli":  11,
	"cmd/threatvet": 12,
}

const module = "github.com/threatvet/threatvet/"

func TestOneWay(t *testing.T) {
	tree := os.DirFS("../..")
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == ".git" || d.Name() == "scripts"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		checkImports(t, tree, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkImports(t *testing.T, tree fs.FS, name string) {
	t.Helper()
	text, err := fs.ReadFile(tree, name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	from := place(t, path.Dir(name))
	for _, spec := range file.Imports {
		target, err := strconv.Unquote(spec.Path.Value)
		if err != nil || !strings.HasPrefix(target, module) {
			continue
		}
		to := strings.TrimPrefix(target, module)
		if top(to) != top(path.Dir(name)) && place(t, to) >= from {
			t.Errorf("%s imports %s, which is not above it in the street", name, to)
		}
	}
}

// top is the package of the street that a directory belongs to.
func top(dir string) string {
	for at := dir; at != "."; at = path.Dir(at) {
		if _, ok := street[at]; ok {
			return at
		}
	}
	return ""
}

func place(t *testing.T, dir string) int {
	t.Helper()
	at := top(dir)
	if at == "" {
		t.Errorf("%s has no place in the street; give it one", dir)
	}
	return street[at]
}
