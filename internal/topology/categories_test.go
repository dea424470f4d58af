package topology

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/threatvet/threatvet/internal/model"
)

func TestReadCategories(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"a rating above 4", `category "x" {
  confidentiality = 5
  integrity       = 1
  availability    = 1
  words           = ["x"]
}`, "x.hcl: category x: 5 is no rating"},
		{"a kind that is none", `category "x" {
  confidentiality = 1
  integrity       = 1
  availability    = 1
  kinds           = ["store.paper"]
}`, `"store.paper" is no kind of element`},
		{"nothing to recognise it by", `category "x" {
  confidentiality = 1
  integrity       = 1
  availability    = 1
}`, "give it words or kinds"},
		{"an argument that is none", `category "x" {
  confidentiality = 1
  integrity       = 1
  availability    = 1
  wrods           = ["x"]
}`, "wrods"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadCategories(fstest.MapFS{"x.hcl": {Data: []byte(tt.text)}})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one that says %q", err, tt.want)
			}
		})
	}
}

// What the user says of data comes before what the program takes it for.
func TestFurtherCategoriesComeFirst(t *testing.T) {
	sys := model.New()
	sys.Elements = []*model.Element{{ID: "b", Name: "patient-letters", Kind: "store.object"}}
	Compute(sys, &Category{Name: "letters", Confidentiality: 1, Words: []string{"letters"}})
	if got := sys.DataAssets[0]; got.Categories[0] != "letters" || got.Confidentiality != 1 {
		t.Errorf("taken for %v, rated %d, want letters, 1", got.Categories, got.Confidentiality)
	}
}
