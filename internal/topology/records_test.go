package topology

import (
	"slices"
	"testing"

	"github.com/threatvet/threatvet/internal/model"
)

// What a database holds is taken from the types of the programs that use it,
// where nothing nearer says so.
func TestRecordsAreTakenFromCode(t *testing.T) {
	tests := []struct {
		name   string
		change func(sys *model.System)
		want   []string
		rating int
	}{
		{"a type with personal fields", func(*model.System) {}, []string{"payment", "pii"}, 3},
		{"the program uses another store", func(sys *model.System) { sys.Flows[0].To = "other" }, []string{"business"}, 2},
		{"the type is another program's", func(sys *model.System) { sys.DataAssets[0].FoundIn = []string{"go:other"} }, []string{"business"}, 2},
		{"a program's own password", func(sys *model.System) { sys.DataAssets[0].Categories = []string{"credentials"} }, []string{"business"}, 2},
		{"the name says more", func(sys *model.System) { sys.Elements[0].Name = "patients" }, []string{"special_pii"}, 3},
		{"a store of files", func(sys *model.System) { sys.Elements[0].Kind = "store.object" }, []string{"business"}, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := model.New()
			sys.Elements = []*model.Element{
				{ID: "db", Name: "main", Kind: "store.sql"},
				{ID: "go:hr", Kind: "go.service"},
				{ID: "go:hr.list", Kind: "go.handler", PartOf: "go:hr"},
			}
			sys.Flows = []*model.Flow{{ID: "f", From: "go:hr.list", To: "db"}}
			sys.DataAssets = []*model.DataAsset{{ID: "go:hr.Employee", Name: "hr.Employee", Categories: []string{"payment", "pii"}, Confidentiality: 3, FoundIn: []string{"go:hr"}, Because: "fields SSN, IBAN"}}
			tt.change(sys)
			Compute(sys)
			for _, d := range sys.DataAssets {
				if d.ID == "inferred:db" {
					if !slices.Equal(d.Categories, tt.want) || d.Confidentiality != tt.rating {
						t.Errorf("taken for %v, rated %d, want %v, %d", d.Categories, d.Confidentiality, tt.want, tt.rating)
					}
					return
				}
			}
			t.Error("nothing is taken to be in db")
		})
	}
}
