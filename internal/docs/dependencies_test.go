package docs

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"
)

// TestDependenciesAreJustified compares docs/dependencies.md with go.mod: each
// direct dependency has its reason and licence, and nothing else has.
func TestDependenciesAreJustified(t *testing.T) {
	text, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	mod, err := modfile.Parse("go.mod", text, nil)
	if err != nil {
		t.Fatal(err)
	}
	var required []string
	for _, r := range mod.Require {
		if !r.Indirect {
			required = append(required, r.Mod.Path)
		}
	}
	page, err := os.ReadFile("../../docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile(`(?m)^\| (\S+\.\S+/\S+) \| (.+) \| (.+) \|$`)
	var justified []string
	for _, m := range row.FindAllStringSubmatch(string(page), -1) {
		if strings.TrimSpace(m[2]) == "" || strings.TrimSpace(m[3]) == "" {
			t.Errorf("%s has no reason or no licence", m[1])
		}
		justified = append(justified, m[1])
	}
	slices.Sort(required)
	slices.Sort(justified)
	if !slices.Equal(required, justified) {
		t.Errorf("go.mod has\n%s\ndocs/dependencies.md has\n%s", strings.Join(required, "\n"), strings.Join(justified, "\n"))
	}
}
