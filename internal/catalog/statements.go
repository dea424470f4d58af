package catalog

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/catalog/policydoc"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// statementPlaces says where each statement of a document stands: in the blocks
// of the data source that built it, or in the argument itself.
func (b *build) statementPlaces(it item, block *policy, text string) []model.Location {
	for _, p := range it.reads(block.Document) {
		for _, address := range p.node.res.References(p.path) {
			source := b.at(p.node.dir, address)
			if source == nil || source.entry.Read != "policy_document" {
				continue
			}
			if places := source.blockPlaces(text); places != nil {
				return places
			}
		}
		if places := p.writtenOut(text); places != nil {
			return places
		}
	}
	return nil
}

// writtenOut returns the places of the statements of a document that is written
// as an expression, such as jsonencode({...}), or nil where one is not found.
func (p place) writtenOut(text string) []model.Location {
	doc, err := policydoc.Parse(text)
	if err != nil || len(p.path) == 0 {
		return nil
	}
	places := make([]model.Location, len(doc.Statements))
	for i := range places {
		path := append(slices.Clone(p.path), cty.GetAttrStep{Name: "Statement"}, cty.IndexStep{Key: cty.NumberIntVal(int64(i))})
		for _, o := range p.node.res.Origins(path) {
			if o.Note == "item" {
				places[i] = locationOf(o.Range)
			}
		}
		if places[i].IsZero() {
			return nil
		}
	}
	return places
}

// blockPlaces returns the places of a policy document's statement blocks if its
// output is the given text and holds nothing else.
func (n *node) blockPlaces(text string) []model.Location {
	body := attributesOf(n.res.Body, []string{"json", "minified_json", "statement"})
	json, _, ok := terraform.Text(body["json"])
	minified, _, _ := terraform.Text(body["minified_json"])
	if !ok || (text != json && text != minified) {
		return nil
	}
	doc, err := policydoc.Parse(text)
	blocks, _ := body["statement"].Unmark()
	if err != nil || !blocks.IsKnown() || blocks.IsNull() || !blocks.CanIterateElements() || blocks.LengthInt() != len(doc.Statements) {
		return nil
	}
	places := make([]model.Location, len(doc.Statements))
	for i := range places {
		path := cty.GetAttrPath("statement").IndexInt(i)
		if origins := n.res.Origins(path); len(origins) > 0 {
			places[i] = locationOf(origins[0].Range)
		}
	}
	return places
}
