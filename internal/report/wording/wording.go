// Package wording holds the words of reports: what each kind of part is called,
// how harms are named, and what every technical term means. All of it is data;
// the package knows how to find which terms a text uses.
package wording

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsimple"
)

//go:embed words.hcl
var wordsFile []byte

//go:embed glossary.hcl
var glossaryFile []byte

// Kind is how reports call parts of a kind, and how they draw them.
type Kind struct {
	Name  string `hcl:"name,label"`
	Word  string `hcl:"word"`
	Shape string `hcl:"shape"`
}

// Harm is what a category of STRIDE means to people.
type Harm struct {
	Stride string `hcl:"stride,label"`
	Word   string `hcl:"word"`
	Means  string `hcl:"means"`
}

// Term is a word that not every reader knows.
type Term struct {
	Word string `hcl:"word,label"`
	// Forms are further ways to write it. A text uses the term where it has the
	// word or one of these.
	Forms []string `hcl:"forms,optional"`
	Means string   `hcl:"means"`
}

type words struct {
	Kinds []Kind      `hcl:"kind,block"`
	Zones []namedWord `hcl:"zone,block"`
	Areas []namedWord `hcl:"area,block"`
	Harms []Harm      `hcl:"harm,block"`
}

type namedWord struct {
	Name string `hcl:"name,label"`
	Word string `hcl:"word"`
}

type glossary struct {
	Terms []Term `hcl:"term,block"`
}

// The files are part of the program: that they do not load is a bug of ours,
// which their tests find.
var (
	allWords = sync.OnceValue(func() words { return load[words]("words.hcl", wordsFile) })
	allTerms = sync.OnceValue(func() []compiled {
		var all []compiled
		for _, t := range load[glossary]("glossary.hcl", glossaryFile).Terms {
			all = append(all, compiled{t, pattern(t)})
		}
		return all
	})
)

func load[T any](name string, text []byte) T {
	var into T
	if err := hclsimple.Decode(name, text, nil, &into); err != nil {
		panic(fmt.Sprintf("%s: %s", name, err))
	}
	return into
}

// KindOf returns how a kind of element is called. Of a kind that has no entry the
// family's is taken: store.unheard is a store.
func KindOf(name string) Kind {
	family, _, _ := strings.Cut(name, ".")
	best := Kind{Name: name, Word: "part", Shape: "process"}
	for _, k := range allWords().Kinds {
		if k.Name == name {
			return k
		}
		if k.Name == family {
			best = k
		}
	}
	return best
}

// Zone is the word for a kind of trust boundary.
func Zone(kind string) string { return find(allWords().Zones, kind) }

// Area is the word for an area of threats, by the directory of its policies.
func Area(name string) string { return find(allWords().Areas, name) }

func find(list []namedWord, name string) string {
	for _, w := range list {
		if w.Name == name {
			return w.Word
		}
	}
	return strings.ReplaceAll(name, "_", " ")
}

// Harms lists the categories of harm in the order of STRIDE.
func Harms() []Harm { return allWords().Harms }

// HarmOf returns a category of harm by its name in policies.
func HarmOf(stride string) (Harm, bool) {
	i := slices.IndexFunc(Harms(), func(h Harm) bool { return h.Stride == stride })
	if i < 0 {
		return Harm{}, false
	}
	return Harms()[i], true
}

type compiled struct {
	Term
	pattern *regexp.Regexp
}

// pattern finds a term's forms as whole words, in singular and plural. A form
// with a capital inside is looked for as it is written.
func pattern(t Term) *regexp.Regexp {
	var forms []string
	for _, f := range append([]string{t.Word}, t.Forms...) {
		form := regexp.QuoteMeta(f)
		if f == strings.ToLower(f) {
			form = "(?i:" + form + ")"
		}
		forms = append(forms, form)
	}
	return regexp.MustCompile(`\b(?:` + strings.Join(forms, "|") + `)(?:s|es)?\b`)
}

// Explained returns the terms that a text uses, in alphabetical order, and with
// them those that their explanations use.
func Explained(text string) []Term {
	used := map[string]bool{}
	for todo := text; todo != ""; {
		next := ""
		for _, t := range allTerms() {
			if !used[t.Word] && t.pattern.MatchString(todo) {
				used[t.Word] = true
				next += t.Means + "\n"
			}
		}
		todo = next
	}
	var terms []Term
	for _, t := range allTerms() {
		if used[t.Word] {
			terms = append(terms, t.Term)
		}
	}
	slices.SortFunc(terms, func(a, b Term) int { return strings.Compare(strings.ToLower(a.Word), strings.ToLower(b.Word)) })
	return terms
}
