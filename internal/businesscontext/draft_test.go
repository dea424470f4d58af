package businesscontext_test

import (
	"bytes"
	"testing"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/model"
)

// What init writes must be a file that check has nothing to say about.
func TestDraftCanBeRead(t *testing.T) {
	bucket := func(id string) *model.Element {
		return &model.Element{ID: id, Kind: "store.object", Location: model.Location{File: "main.tf"}}
	}
	service := &model.Element{ID: "go:example.com/shop/cmd/web", Kind: "go.service", Name: "we\"b\nversion: 2", Owners: []string{"@shop"}, Location: model.Location{File: "cmd/web/main.go"}}
	tests := map[string]*model.System{
		"empty":    system(),
		"a system": system(service, bucket("aws_s3_bucket.a"), bucket(`aws_s3_bucket.b["eu"]`), bucket(`aws_s3_bucket.b["us"]`)),
	}
	tests["a system"].DataAssets = []*model.DataAsset{{Categories: []string{"pii"}, Confidentiality: 3, FoundIn: []string{"aws_s3_bucket.a"}}}
	for name, sys := range tests {
		draft := businesscontext.Draft(sys)
		sys.DataAssets = nil
		c, problems := businesscontext.Load(repo("threat-context.yaml", string(draft)), "")
		if problems = append(problems, c.Apply(sys)...); problems != nil {
			t.Errorf("%s: %v\n%s", name, told(problems), draft)
		}
		if name == "a system" && (len(c.Services) != 1 || len(c.Data) != 3 || len(sys.DataAssets) != 0) {
			t.Errorf("services %v, data %v\n%s", c.Services, c.Data, draft)
		}
		if bytes.Contains(draft, []byte("\t")) {
			t.Error("tabs are not YAML")
		}
	}
}
