package catalog_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/threatvet/threatvet/internal/catalog"
)

func TestExtendRejects(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"an unknown kind", `resource "x_y" { kind = "store.objct" }`, `"store.objct" is not a kind; The nearest is "store.object"`},
		{"an unknown fact", `resource "x_y" {
  fact "versionned" { value = true }
}`, `"versionned" is not a fact; The nearest is "versioned"`},
		{"an unknown function", `resource "x_y" { name = lowr(self.name) }`, `"lowr" is not a function; The nearest is "lower"`},
		{"an unknown argument", `resource "x_y" { kid = "queue" }`, `"kid"`},
		{"an unknown reader", `data "x_y" { read = "templat" }`, `The nearest is "template"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := catalog.Default()
			if err != nil {
				t.Fatal(err)
			}
			err = c.Extend(fstest.MapFS{"own.hcl": {Data: []byte(tt.src)}})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want it to contain %q", err, tt.want)
			}
			if err != nil && !strings.Contains(err.Error(), "own.hcl:") {
				t.Errorf("%v has no position", err)
			}
		})
	}
}

func TestDefaultIsSound(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Check(); err != nil {
		t.Error(err)
	}
}
