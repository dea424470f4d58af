package risk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// VeryLarge is the number of records from which a loss of personal data counts
// one step worse: from a million people on, it is news and a regulator's case.
const VeryLarge = 1_000_000

// impact is how bad a threat is, and whether an owner has said so.
type impact struct {
	factor  Factor
	assumed bool
	place   string // whose worth is assumed
	// whole is true where the harm is to all there is, and not to one place.
	whole bool
}

// harm is what one place contributes to an impact.
type harm struct {
	value    int
	why      string
	assumed  bool
	place    string // the element that suffers it
	evidence []model.Evidence
}

func (h harm) impact() impact {
	f := Factor{Name: "impact", Value: h.value, Why: h.why, Evidence: h.evidence}
	if h.assumed {
		f.Lower = "Say in threat-context.yaml what is kept there and how bad its loss would be."
	}
	return impact{factor: f, assumed: h.assumed, place: h.place}
}

// worse reports whether a outweighs b. Of two that weigh the same, what an
// owner has said goes before what is assumed.
func worse(a, b harm) bool {
	return cmp.Or(cmp.Compare(a.value, b.value), boolCompare(b.assumed, a.assumed)) > 0
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func worst(list []harm) harm {
	var w harm
	for i, h := range list {
		if i == 0 || worse(h, w) {
			w = h
		}
	}
	return w
}

// aspect is a way to suffer harm, with the owner's question for it.
type aspect struct{ field, words string }

var (
	exposed = aspect{"confidentiality", "if exposed"}
	changed = aspect{"integrity", "if changed"}
	lost    = aspect{"availability", "if lost"}
)

// aspects says which of an owner's words a threat asks for. Pretending to be
// someone and gaining rights can do all of it.
func aspects(stride string) []aspect {
	switch stride {
	case "disclosure":
		return []aspect{exposed}
	case "tampering", "repudiation":
		return []aspect{changed}
	case "denial":
		return []aspect{lost}
	}
	return []aspect{exposed, changed, lost}
}

// weigh says what a threat of the given kind does to one data asset in place.
func weigh(d *model.DataAsset, place, stride string, asked []aspect) harm {
	var w harm
	for i, a := range asked {
		h := weighOne(d, place, a)
		if i == 0 || worse(h, w) {
			w = h
		}
	}
	if stride == "repudiation" && w.value > 0 {
		w.value--
		w.why += "; one less, because what is missing is proof and not the data"
	}
	return w
}

func weighOne(d *model.DataAsset, place string, a aspect) harm {
	value := map[aspect]int{exposed: d.Confidentiality, changed: d.Integrity, lost: d.Availability}[a]
	h := harm{value: clamp(value, 0, 4), place: place, evidence: d.Evidence, assumed: !d.Declared || slices.Contains(d.Assumed, a.field)}
	who := "as its owner says"
	if h.assumed {
		who = "as is assumed for " + strings.Join(d.Categories, ", ")
		if len(d.Categories) == 0 {
			who = "as is assumed where nobody has said"
		}
	}
	in := ""
	if place != "" {
		in = " in " + place
	}
	h.why = fmt.Sprintf("%s%s: %s %s, %s", d.Name, in, impactWords(h.value), a.words, who)
	if d.Because != "" && !h.assumed {
		h.why += " (" + strings.TrimRight(d.Because, ". ") + ")"
	}
	if h.value > 0 && h.value < 4 && d.Records >= VeryLarge && personal(d) {
		h.value++
		h.why += "; one more, because it is personal data of a million people or more"
	}
	return h
}

func personal(d *model.DataAsset) bool {
	return slices.Contains(d.Categories, "pii") || slices.Contains(d.Categories, "special_pii")
}

// Default is the impact that is assumed for a category of data, or a kind of
// element, of which no owner has spoken.
func Default(word string) int {
	switch word {
	case "credentials", "keys", "secret_store", "kms_key":
		return 4
	case "pii", "special_pii", "payment":
		return 3
	case "public":
		return 0
	}
	return 2
}

// defaultHarm is what is assumed of a place that no data is known of.
func defaultHarm(e *model.Element, id, stride string) harm {
	kind, what := "", "its content"
	if e != nil {
		kind = e.Kind
	}
	switch {
	case kind == "secret_store":
		what = "the credentials it holds"
	case kind == "kms_key":
		what = "the key"
	case strings.HasPrefix(kind, "log."):
		what = "the logs it holds"
	case strings.HasPrefix(kind, "go."), strings.HasPrefix(kind, "compute."), strings.HasPrefix(kind, "k8s."), strings.HasPrefix(kind, "ci."):
		what = "its own code and configuration"
	}
	h := harm{value: Default(kind), assumed: true}
	if e != nil {
		h.place = e.ID
	}
	h.why = fmt.Sprintf("nobody has said what %s is worth in %s, so %s is assumed", what, id, impactWords(h.value))
	if stride == "repudiation" {
		h.value--
		h.why += "; one less, because what is missing is proof and not the data"
	}
	return h
}

// downHarm is what the owner says of a service that is down.
func downHarm(e *model.Element) (harm, bool) {
	for n, word := range []string{"none", "minor", "noticeable", "serious", "severe"} {
		if e.IfDown == word {
			return harm{value: n, why: fmt.Sprintf("%s: %s if down, as its owner says", e.ID, word)}, true
		}
	}
	return harm{}, false
}
