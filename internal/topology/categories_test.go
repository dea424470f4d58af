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
}`, "give it words, kinds or facts"},
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

// A name that says files are public says nothing of a database.
func TestNamesCountAmongTheirKinds(t *testing.T) {
	for kind, want := range map[string]string{"store.object": "public", "store.sql": "business"} {
		sys := model.New()
		sys.Elements = []*model.Element{{ID: "e", Name: "public-api", Kind: kind}}
		Compute(sys)
		if got := sys.DataAssets[0].Categories[0]; got != want {
			t.Errorf("%s: taken for %s, want %s", kind, got, want)
		}
	}
}

// A policy that nobody holds is latent; one that somebody elsewhere holds, or in
// a configuration with a module that could not be read, is not.
func TestPoliciesThatNobodyHolds(t *testing.T) {
	for _, tt := range []struct {
		heldBy string
		module bool
		want   bool
	}{{"nobody", false, true}, {"nobody", true, false}, {"outside", false, false}} {
		sys := model.New()
		p := &model.Element{ID: "p", Kind: "identity.policy", Facts: map[string]model.Fact{"held_by": {Value: tt.heldBy, State: model.Known}}}
		sys.Elements = []*model.Element{p}
		if tt.module {
			sys.Elements = append(sys.Elements, &model.Element{ID: "m", Kind: "iac.module", Opaque: true})
		}
		Compute(sys)
		if p.Latent != tt.want {
			t.Errorf("held by %s, unread module %v: latent %v", tt.heldBy, tt.module, p.Latent)
		}
	}
}

// What is published by its policy is taken for public only where something else
// says so too, and never where its name says that people are in it.
func TestPublished(t *testing.T) {
	yes := model.Fact{Value: true, State: model.Known}
	for _, tt := range []struct {
		name, id  string
		kind      string
		facts     map[string]model.Fact
		behindCDN bool
		category  string
		rating    int
	}{
		{"by its policy", "b", "store.object", map[string]model.Fact{"published": yes}, false, "published", 2},
		{"and handed out", "b", "store.object", map[string]model.Fact{"published": yes}, true, "public", 0},
		{"and any site may fetch it", "b", "store.object", map[string]model.Fact{"published": yes, "cors_any_origin": yes}, false, "public", 0},
		{"handed out, but kept", "b", "store.object", nil, true, "business", 2},
		{"of customers", "customers", "store.object", map[string]model.Fact{"published": yes}, true, "pii", 3},
		{"of payments, by any site", "payments", "store.object", map[string]model.Fact{"published": yes, "cors_any_origin": yes}, false, "payment", 3},
		{"logs", "logs", "store.object", map[string]model.Fact{"published": yes}, false, "logs", 2},
		{"a website of patients", "patients", "store.object", map[string]model.Fact{"website": yes}, false, "special_pii", 3},
		{"a registry for everyone", "r", "store.registry", map[string]model.Fact{"meant_public": yes}, false, "public", 0},
		{"a mirror of images", "mirror", "store.registry", map[string]model.Fact{"published": yes}, false, "public", 0},
		{"a registry that everyone may pull from", "r", "store.registry", map[string]model.Fact{"published": yes}, false, "published", 2},
		{"a registry of a program about people", "accounts", "store.registry", nil, false, "code", 2},
		{"a registry", "r", "store.registry", nil, false, "code", 2},
		{"a database", "b", "store.sql", map[string]model.Fact{"published": yes}, true, "business", 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			sys := model.New()
			sys.Elements = []*model.Element{{ID: tt.id, Name: tt.id, Kind: tt.kind, Facts: tt.facts}, {ID: "front", Kind: "gateway.cdn"}}
			if tt.behindCDN {
				sys.Flows = []*model.Flow{{ID: "f", From: "front", To: tt.id}}
			}
			Compute(sys)
			if got := sys.DataAssets[0]; got.Categories[0] != tt.category || got.Confidentiality != tt.rating || got.Declared {
				t.Errorf("taken for %v, rated %d, want %s, %d", got.Categories, got.Confidentiality, tt.category, tt.rating)
			}
		})
	}
}
