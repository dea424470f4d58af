package docs

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite docs/")

// The pages in docs/ say what the data says.
func TestPagesAreCurrent(t *testing.T) {
	for _, p := range Pages() {
		t.Run(p.Name, func(t *testing.T) {
			file := "../../docs/" + p.Name + ".md"
			got, err := p.Text()
			if err != nil {
				t.Fatal(err)
			}
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
				t.Errorf("docs/%s.md is behind the data; run `make golden`\n%s", p.Name, diff)
			}
		})
	}
}
