package catalog

import (
	"slices"

	"github.com/threatvet/threatvet/internal/model"
)

// raise carries to elements what holds for a part of them and is therefore true
// of the whole: a bucket is public where one of its bindings names everyone.
func (b *build) raise() {
	for _, n := range b.nodes {
		if n.element != nil || len(n.owners) == 0 {
			continue
		}
		for _, block := range n.entry.Facts {
			if block.Raises {
				b.raiseFact(n, block)
			}
		}
	}
}

func (b *build) raiseFact(n *node, block *fact) {
	word, _ := model.Words().Fact(block.Name)
	f, ok := n.scope.fact(block.Value, word.Type)
	if !ok || f.False() {
		return
	}
	for _, owner := range n.elements() {
		e := owner.element
		if e.Facts == nil {
			e.Facts = map[string]model.Fact{}
		}
		e.Facts[block.Name] = joined(e.Facts[block.Name], f)
	}
}

// joined is what holds of a whole with one more part. A part that is not known
// leaves a true whole true; lists grow.
func joined(whole, part model.Fact) model.Fact {
	list, isList := part.Value.([]string)
	switch have, _ := whole.Value.([]string); {
	case whole.True():
		return whole
	case isList && whole.Known():
		part.Value = union(slices.Clone(have), list)
		part.Evidence = slices.Concat(part.Evidence, whole.Evidence)
	}
	return part
}
