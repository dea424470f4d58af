package library_test

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/gosystem/libraries"
	"github.com/threatvet/threatvet/internal/gosystem/library"
)

var update = flag.Bool("update", false, "rewrite docs/libraries.md")

// The page for people says what the data says.
func TestPageIsCurrent(t *testing.T) {
	const file = "../../../docs/libraries.md"
	lib, diags := library.Load(libraries.Files)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	got := lib.Page()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("docs/libraries.md is behind the data; run go test ./internal/gosystem/library -run PageIsCurrent -update\n%s", diff)
	}
}
