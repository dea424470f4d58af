package gosystem

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/unitchecker"
)

// Only what no analyzer has anything to say of is taken in outline. A unit that
// should be and is not would have a cost that nobody sees.
func TestSilent(t *testing.T) {
	const body = "package p\n\nfunc F(n int) int { return n + 1 }\n"
	large := body + strings.Repeat("// filling\n", 6000)
	for name, c := range map[string]struct {
		unit unitchecker.Config
		text string
		want bool
	}{
		"standard":                       {unitchecker.Config{ImportPath: "strconv", VetxOnly: true}, body, true},
		"asked about":                    {unitchecker.Config{ImportPath: "strconv"}, body, false},
		"described":                      {unitchecker.Config{ImportPath: "github.com/go-chi/chi/v5", ModulePath: "github.com/go-chi/chi/v5", ModuleVersion: "v5.0.0", VetxOnly: true}, body, true},
		"described, and what is scanned": {unitchecker.Config{ImportPath: "github.com/go-chi/chi/v5", ModulePath: "github.com/go-chi/chi/v5", VetxOnly: true}, body, false},
		"small dependency":               {unitchecker.Config{ImportPath: "example.com/x", ModulePath: "example.com/x", ModuleVersion: "v1.0.0", VetxOnly: true}, body, false},
		"large dependency":               {unitchecker.Config{ImportPath: "example.com/x", ModulePath: "example.com/x", ModuleVersion: "v1.0.0", VetxOnly: true}, large, true},
		"broken":                         {unitchecker.Config{ImportPath: "strconv", VetxOnly: true}, "package p\n\nvar x = y\n", false},
		"may limit bodies": {unitchecker.Config{
			ImportPath: "example.com/x", ModulePath: "example.com/x", ModuleVersion: "v1.0.0", VetxOnly: true,
			ImportMap: map[string]string{"net/http": "net/http"},
		}, large + "// MaxBytesReader", false},
		"serves and limits nothing": {unitchecker.Config{
			ImportPath: "example.com/x", ModulePath: "example.com/x", ModuleVersion: "v1.0.0", VetxOnly: true,
			ImportMap: map[string]string{"net/http": "net/http"},
		}, large, true},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			c.unit.GoFiles = []string{filepath.Join(dir, "p.go")}
			c.unit.VetxOutput = filepath.Join(dir, "vet.out")
			put(t, c.unit.GoFiles[0], []byte(c.text))
			text, err := json.Marshal(c.unit)
			if err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(dir, "vet.cfg"), text)
			got := silent([]string{"-json", filepath.Join(dir, "vet.cfg")})
			_, err = os.Stat(c.unit.VetxOutput)
			if got != c.want || (err == nil) != c.want {
				t.Errorf("silent = %v, output: %v; want %v", got, err, c.want)
			}
		})
	}
}

func put(t *testing.T, name string, text []byte) {
	t.Helper()
	if err := os.WriteFile(name, text, 0o600); err != nil {
		t.Fatal(err)
	}
}
