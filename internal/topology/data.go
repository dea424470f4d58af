package topology

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsimple"

	"github.com/threatvet/threatvet/internal/model"
)

//go:embed words.hcl
var wordsSource []byte

// Category is a kind of data and how it is recognised: by a classifying tag's
// value, by the kind of element that holds it, by a fact that holds for it, by a
// word in a name. Ratings go from 0, none, to 4, severe. A name or a fact says
// nothing outside of the kinds that Among lists, where it lists any. The facts of
// Served count for what is handed out. What is of ElseKinds is of the category unless
// one that lists the kind under Among fits better.
type Category struct {
	Name            string   `hcl:"name,label"`
	Confidentiality int      `hcl:"confidentiality"`
	Integrity       int      `hcl:"integrity"`
	Availability    int      `hcl:"availability"`
	Kinds           []string `hcl:"kinds,optional"`
	Words           []string `hcl:"words,optional"`
	Facts           []string `hcl:"facts,optional"`
	Among           []string `hcl:"among,optional"`
	Served          []string `hcl:"served,optional"`
	ElseKinds       []string `hcl:"else_kinds,optional"`
}

type dataWords struct {
	TagKeys    []string    `hcl:"tag_keys"`
	Stores     []string    `hcl:"stores"`
	Records    []string    `hcl:"records"`
	Categories []*Category `hcl:"category,block"`
}

var loadWords = sync.OnceValue(func() dataWords {
	var d dataWords
	if err := hclsimple.Decode("words.hcl", wordsSource, nil, &d); err != nil {
		panic(err) // embedded: a bug in this program
	}
	return d
})

// ReadCategories reads further categories of data, as words.hcl has them, from
// the .hcl files of a directory. An error names the file and line.
func ReadCategories(files fs.FS) ([]*Category, error) {
	names, err := fs.Glob(files, "*.hcl")
	if err != nil {
		return nil, err
	}
	var list []*Category
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		var file struct {
			Categories []*Category `hcl:"category,block"`
		}
		if err := hclsimple.Decode(name, text, nil, &file); err != nil {
			return nil, err
		}
		for _, c := range file.Categories {
			if err := c.check(); err != nil {
				return nil, fmt.Errorf("%s: category %s: %w", name, c.Name, err)
			}
		}
		list = append(list, file.Categories...)
	}
	return list, nil
}

func (c *Category) check() error {
	for _, rating := range []int{c.Confidentiality, c.Integrity, c.Availability} {
		if rating < 0 || rating > 4 {
			return fmt.Errorf("%d is no rating; ratings go from 0 (none) to 4 (severe)", rating)
		}
	}
	for _, kind := range slices.Concat(c.Kinds, c.Among, c.ElseKinds) {
		if !model.Words().HasKind(kind) {
			return fmt.Errorf("%q is no kind of element; `threatvet docs facts` lists them", kind)
		}
	}
	for _, fact := range slices.Concat(c.Facts, c.Served) {
		if !slices.ContainsFunc(model.Words().Facts, func(w model.Word) bool { return w.Name == fact }) {
			return fmt.Errorf("%q is no fact; `threatvet docs facts` lists them", fact)
		}
	}
	if len(c.Kinds)+len(c.ElseKinds)+len(c.Words)+len(c.Facts)+len(c.Served) == 0 {
		return errors.New("nothing is recognised as it: give it words, kinds or facts")
	}
	return nil
}

// inferData gives each store of which no owner has spoken an asset of the
// category that its tags, kind or name suggest.
func (w *world) inferData() {
	words := loadWords()
	words.Categories = slices.Concat(w.more, words.Categories)
	senders := map[string][]*model.Flow{}
	for _, f := range w.sys.Flows {
		senders[f.To] = append(senders[f.To], f)
	}
	for _, e := range w.sys.Elements {
		if !words.holds(e) || len(e.Stores) > 0 {
			continue
		}
		c := words.categorise(e, w.handedOut(e, senders[e.ID]))
		asset := &model.DataAsset{
			ID: "inferred:" + e.ID, Name: e.Name, Categories: []string{c.Name},
			Confidentiality: c.Confidentiality, Integrity: c.Integrity, Availability: c.Availability,
			FoundIn:  []string{e.ID},
			Evidence: []model.Evidence{{Location: e.Location, Address: e.ID, Note: "block"}},
		}
		if c == words.Categories[len(words.Categories)-1] && slices.Contains(words.Records, e.Kind) {
			w.takeFromCode(asset, senders[e.ID])
		}
		e.Stores = []string{asset.ID}
		w.sys.DataAssets = append(w.sys.DataAssets, asset)
	}
}

// handedOut reports whether a gateway serves what an element holds, or a page of any
// site may fetch it.
func (w *world) handedOut(e *model.Element, senders []*model.Flow) bool {
	anyOrigin := e.Fact("cors_any_origin")
	return anyOrigin.True() || slices.ContainsFunc(senders, func(f *model.Flow) bool {
		from := w.index.Elements[f.From]
		return from != nil && strings.HasPrefix(from.Kind, "gateway.")
	})
}

func (d dataWords) holds(e *model.Element) bool {
	return slices.ContainsFunc(d.Stores, func(prefix string) bool { return e.Kind == prefix || strings.HasPrefix(e.Kind, prefix+".") })
}

// categorise looks at classifying tags first, then at what the kind of element
// is for, then at its name. The last category is for what says nothing.
func (d dataWords) categorise(e *model.Element, handedOut bool) *Category {
	if c := d.byTag(e); c != nil {
		return c
	}
	for _, c := range d.Categories {
		if slices.Contains(c.Kinds, e.Kind) && !e.Fact("kept_secret").False() {
			return c
		}
	}
	settled := slices.ContainsFunc(d.Categories, func(c *Category) bool { return slices.Contains(c.ElseKinds, e.Kind) })
	named := dataWords{Categories: slices.DeleteFunc(slices.Clone(d.Categories), func(c *Category) bool {
		return (len(c.Among) > 0 || settled) && !slices.Contains(c.Among, e.Kind)
	})}
	if c := named.bySigns(e, handedOut, e.Name+" "+e.ID+" "+e.Tags["Name"]); c != nil {
		return c
	}
	for _, c := range d.Categories {
		if slices.Contains(c.ElseKinds, e.Kind) {
			return c
		}
	}
	return d.Categories[len(d.Categories)-1]
}

func (d dataWords) byTag(e *model.Element) *Category {
	for _, tag := range sortedKeys(e.Tags) {
		if slices.Contains(d.TagKeys, plainKey(tag)) {
			if c := d.byWords(e.Tags[tag]); c != nil {
				return c
			}
		}
	}
	return nil
}

func plainKey(tag string) string {
	return strings.NewReplacer("_", "", "-", "", ":", "", " ", "").Replace(strings.ToLower(tag))
}

// parts splits a name into words, also at changes of letter case.
var parts = regexp.MustCompile(`[A-Z]?[a-z]+|[A-Z]+|[0-9]+`)

func (d dataWords) byWords(text string) *Category { return d.bySigns(nil, false, text) }

// bySigns looks, category by category, at the facts of an element, which may be
// nil, and at a text.
func (d dataWords) bySigns(e *model.Element, handedOut bool, text string) *Category {
	var tokens []string
	for _, t := range parts.FindAllString(text, -1) {
		tokens = append(tokens, strings.ToLower(t))
	}
	for _, c := range d.Categories {
		holds := func(name string) bool { f := e.Fact(name); return f.True() }
		if slices.ContainsFunc(c.Words, func(word string) bool { return slices.Contains(tokens, word) }) ||
			e != nil && (slices.ContainsFunc(c.Facts, holds) || handedOut && slices.ContainsFunc(c.Served, holds)) {
			return c
		}
	}
	return nil
}
