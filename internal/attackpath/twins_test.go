package attackpath_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestTwins reads each NAME/main.tf of testdata/twins/*.txtar. NAME/want is the
// start, a technique and the end of a path that must be there; with NAME/blocked
// beside it, "OLD => NEW" on each line, replaced, there must be none to that end.
func TestTwins(t *testing.T) {
	files, err := filepath.Glob("testdata/twins/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no twins: ", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+2 < len(archive.Files); i += 3 {
			source, blocked := string(archive.Files[i].Data), string(archive.Files[i+2].Data)
			want := strings.Fields(string(archive.Files[i+1].Data))
			t.Run(strings.TrimSuffix(archive.Files[i].Name, "/main.tf"), func(t *testing.T) {
				t.Parallel()
				if paths := read(t, source).Paths; !leads(paths, want[0], want[1], want[2]) {
					t.Errorf("no path from %s by %s to %s, among %d", want[0], want[1], want[2], len(paths))
				}
				if paths := read(t, replaced(t, source, blocked)).Paths; leads(paths, want[0], "", want[2]) {
					t.Errorf("the blocked twin has a path from %s to %s", want[0], want[2])
				}
			})
		}
	}
}

// replaced applies replacements, each of which must change something.
func replaced(t *testing.T, source, changes string) string {
	t.Helper()
	for line := range strings.Lines(changes) {
		from, to, ok := strings.Cut(strings.TrimSpace(line), " => ")
		if !ok || !strings.Contains(source, from) {
			t.Fatalf("%q replaces nothing", line)
		}
		source = strings.ReplaceAll(source, from, to)
	}
	return source
}
