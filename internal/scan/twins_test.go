package scan

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// TestTwins scans the small systems of testdata/twins from their sources. The
// name of a file begins with a threat. What lies below bad/ has it and what lies
// below good/ has not; both also have what lies below both/.
func TestTwins(t *testing.T) {
	names, err := filepath.Glob("testdata/twins/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no twins: %v", err)
	}
	if testing.Short() {
		names = names[:4] // the race detector learns nothing more from the others
	}
	for _, name := range names {
		title := strings.TrimSuffix(filepath.Base(name), ".txtar")
		threat, _, _ := strings.Cut(title, " ")
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			twins, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if got := threatsOfTree(t, twins, "bad"); !slices.Contains(got, threat) {
				t.Errorf("found %v, want %s", got, threat)
			}
			if got := threatsOfTree(t, twins, "good"); slices.Contains(got, threat) {
				t.Errorf("the twin has %s too", threat)
			}
		})
	}
}

// threatsOfTree lists the threats to one of the twins, latent ones not, and fails where a
// part of it could not be read.
func threatsOfTree(t *testing.T, twins *txtar.Archive, which string) []string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range twins.Files {
		top, path, _ := strings.Cut(f.Name, "/")
		switch top {
		case "both", which:
		case "bad", "good":
			continue
		default:
			t.Fatalf("%s is neither below both/, bad/ nor good/", f.Name)
		}
		path = filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Run(context.Background(), Options{Dir: dir, Today: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	for _, gap := range r.System.Gaps {
		t.Errorf("%s: %+v", which, gap)
	}
	var list []string
	for _, f := range r.Findings {
		if !f.Rating.Latent {
			list = append(list, f.Threat.ID)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
