package scan

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/policy"
)

// TestFixesNameTechnologies finds words for a technology that is none, which no
// finding would ever show.
func TestFixesNameTechnologies(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	types := c.Types()
	threats, err := policy.Threats()
	if err != nil {
		t.Fatal(err)
	}
	for _, threat := range threats {
		for _, prefix := range slices.Sorted(maps.Keys(threat.Fixes)) {
			kind, _ := c.Describe(prefix) // another name of a type is not listed
			if kind == "" && !slices.ContainsFunc(types, func(typ string) bool { return strings.HasPrefix(typ, prefix) }) {
				t.Errorf("%s: custom.fixes: no resource type begins with %q", threat.File, prefix)
			}
		}
	}
}
