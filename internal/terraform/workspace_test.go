package terraform

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/zclconf/go-cty/cty"
)

func TestWorkspace(t *testing.T) {
	source := &fstest.MapFile{Data: []byte("output \"o\" {\n  value = terraform.workspace\n}\n")}
	selected := &fstest.MapFile{Data: []byte("prod\n")}
	for _, c := range []struct {
		name, asked, want string
		files             fstest.MapFS
	}{
		{"nothing said", "", "default", fstest.MapFS{"main.tf": source}},
		{"selected", "", "prod", fstest.MapFS{"main.tf": source, ".terraform/environment": selected}},
		{"asked for", "test", "test", fstest.MapFS{"main.tf": source, ".terraform/environment": selected}},
		{"selected in another root", "", "default", fstest.MapFS{"main.tf": source, "other/.terraform/environment": selected}},
	} {
		t.Run(c.name, func(t *testing.T) {
			result, err := Load(context.Background(), Options{FS: c.files, Workspace: c.asked})
			if err != nil {
				t.Fatal(err)
			}
			if got := result.Roots[0].Outputs["o"].Value; !got.RawEquals(cty.StringVal(c.want)) {
				t.Errorf("got %#v, want %q", got, c.want)
			}
		})
	}
}
