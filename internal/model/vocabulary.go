package model

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsimple"
)

//go:embed vocabulary.hcl
var vocabularySource []byte

// A Word is a fact that the model can state of an element.
type Word struct {
	Name  string `hcl:"name,label"`
	Type  string `hcl:"type"` // bool, number, string or list
	About string `hcl:"about"`
}

// Vocabulary is the set of element kinds and facts, both sorted.
type Vocabulary struct {
	Kinds []string `hcl:"kinds"`
	Facts []Word   `hcl:"fact,block"`
}

// Words returns the vocabulary, which is data: vocabulary.hcl.
var Words = sync.OnceValue(func() Vocabulary {
	var v Vocabulary
	if err := hclsimple.Decode("vocabulary.hcl", vocabularySource, nil, &v); err != nil {
		panic(err) // embedded: a bug in this program
	}
	slices.Sort(v.Kinds)
	slices.SortFunc(v.Facts, func(a, b Word) int { return strings.Compare(a.Name, b.Name) })
	return v
})

// HasKind reports whether kind is a word of the model.
func (v Vocabulary) HasKind(kind string) bool {
	_, found := slices.BinarySearch(v.Kinds, kind)
	return found
}

// Fact returns the word for a fact's name.
func (v Vocabulary) Fact(name string) (Word, bool) {
	i, found := slices.BinarySearchFunc(v.Facts, name, func(w Word, n string) int { return strings.Compare(w.Name, n) })
	if !found {
		return Word{}, false
	}
	return v.Facts[i], true
}
