package wording

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/model"
)

// Every kind of the model has a word and a shape that can be drawn.
func TestEveryKindHasAWord(t *testing.T) {
	for _, kind := range model.Words().Kinds {
		k := KindOf(kind)
		if k.Word == "part" {
			t.Errorf("%s has no word", kind)
		}
		if !slices.Contains([]string{"process", "store", "gateway", "person", "identity"}, k.Shape) {
			t.Errorf("%s has no shape %q", kind, k.Shape)
		}
	}
}

// Every directory of threats is an area with a word.
func TestEveryAreaHasAWord(t *testing.T) {
	entries, err := os.ReadDir("../../../policies")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && e.Name() != "lib" && find(allWords().Areas, e.Name()) == e.Name() {
			t.Errorf("the area %s has no word", e.Name())
		}
	}
}

func TestExplained(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plural and capital", "Two Buckets.", "bucket"},
		{"part of a word", "bucketing Secured", ""},
		{"its form is as written", "secure Secure", "cookie"},
		{"what the explanation uses", "A bastion", "bastion, administrator, network"},
		{"none", "Anyone may read it.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := map[string]bool{}
			for _, x := range Explained(c.text) {
				got[x.Word] = true
			}
			for _, want := range strings.Split(c.want, ", ") {
				if want != "" && !got[want] {
					t.Errorf("%s is not explained: %v", want, got)
				}
			}
			if c.want == "" && len(got) > 0 {
				t.Errorf("explained without need: %v", got)
			}
		})
	}
}

func TestTermsAreThereOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, x := range allTerms() {
		for _, form := range append([]string{x.Word}, x.Forms...) {
			if seen[form] {
				t.Errorf("%s is explained twice", form)
			}
			seen[form] = true
		}
	}
}
