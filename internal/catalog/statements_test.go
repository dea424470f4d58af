package catalog_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// TestStatementPlaces checks that each statement is found where it is written:
// its line holds the name that its Sid says.
func TestStatementPlaces(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/statements/places.txtar")
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	lines := map[string][]string{}
	for _, f := range archive.Files {
		lines[f.Name] = strings.Split(string(f.Data), "\n")
	}
	sys := buildFiles(t, c, archive)
	checked := 0
	for _, p := range sys.Policies {
		if len(p.Statements) == 0 {
			t.Errorf("%s: no places for the statements of %s", p.ID, p.Document)
		}
		for i, at := range p.Statements {
			if at.Line == 0 || at.Line > len(lines[at.File]) {
				t.Errorf("%s, statement %d: no such place as %s:%d", p.ID, i, at.File, at.Line)
				continue
			}
			end := max(at.Line, at.EndLine)
			if strings.HasSuffix(lines[at.File][at.Line-1], "statement {") {
				end = at.Line + 1 // a block's place is its first line
			}
			text := strings.Join(lines[at.File][at.Line-1:end], "\n")
			if want := fmt.Sprintf("S%d", i); !strings.Contains(text, want) || strings.Contains(text, fmt.Sprintf("S%d", i+1)) || end-at.Line > 12 {
				t.Errorf("%s, statement %d: %s:%d-%d is not the statement:\n%s", p.ID, i, at.File, at.Line, end, text)
			}
			checked++
		}
	}
	if checked != 26 {
		t.Errorf("%d statements have places, want 26", checked)
	}
}

func buildFiles(t *testing.T, c *catalog.Catalog, archive *txtar.Archive) *model.System {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	result, err := terraform.Load(context.Background(), terraform.Options{FS: files, Schema: c})
	if err != nil {
		t.Fatal(err)
	}
	return c.Build(result)
}
