package catalog_test

import (
	"context"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/terraform"
)

// Nested blocks, dynamic ones among them, mean the same in JSON as in the native
// syntax.
func TestJSONIsLikeNative(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/syntax/twins.txtar")
	if err != nil {
		t.Fatal(err)
	}
	all := fstest.MapFS{}
	for _, f := range archive.Files {
		all[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	native, json := bodies(t, all, "native"), bodies(t, all, "json")
	if len(native) == 0 {
		t.Fatal("nothing was evaluated")
	}
	if diff := cmp.Diff(written(native), written(json)); diff != "" {
		t.Errorf("(-native +json):\n%s", diff)
	}
}

func written(values map[string]cty.Value) map[string]string {
	out := map[string]string{}
	for name, v := range values {
		out[name] = v.GoString()
	}
	return out
}

// bodies are the evaluated resources and data sources below a directory.
func bodies(t *testing.T, all fs.FS, dir string) map[string]cty.Value {
	t.Helper()
	sub, err := fs.Sub(all, dir)
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	result, err := terraform.Load(context.Background(), terraform.Options{FS: sub, Schema: c})
	if err != nil {
		t.Fatal(err)
	}
	if result.Diagnostics.HasErrors() {
		t.Fatal(result.Diagnostics)
	}
	found := map[string]cty.Value{}
	for _, r := range result.Roots[0].Resources {
		found[r.Mode+" "+r.Address] = r.Body
	}
	return found
}
