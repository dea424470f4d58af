package catalog

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/catalog/policydoc"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// maxSources limits how deeply documents that are merged are looked into.
const maxSources = 8

// statementPlaces says where each statement of a document stands: in the blocks
// of the data source that built it, in an expression such as jsonencode, in a
// heredoc or in a file. It is nil where that is not found.
func (b *build) statementPlaces(it item, block *policy, text string) []model.Location {
	doc, err := policydoc.Parse(text)
	if err != nil || len(doc.Statements) == 0 {
		return nil
	}
	for _, p := range it.reads(block.Document) {
		if places := b.placesAt(p, doc, maxSources); places != nil {
			return places
		}
	}
	return nil
}

func (b *build) placesAt(p place, doc *policydoc.Document, depth int) []model.Location {
	if depth == 0 || len(p.path) == 0 {
		return nil
	}
	for _, address := range p.node.res.References(p.path) {
		source := b.at(p.node.dir, address)
		if source == nil {
			continue
		}
		var places []model.Location
		switch source.entry.Read {
		case "policy_document":
			places = b.builtPlaces(source, doc, depth-1)
		case "template":
			places = b.placesAt(place{node: source, path: cty.GetAttrPath("template")}, doc, depth-1)
		}
		if places != nil {
			return places
		}
	}
	if places := p.encodedPlaces(doc); places != nil {
		return places
	}
	if places := p.writtenPlaces(doc); places != nil {
		return places
	}
	return p.looselyEncoded(doc)
}

// encodedPlaces returns the places of the statements of a document that is
// written as an expression, such as jsonencode({...}).
func (p place) encodedPlaces(doc *policydoc.Document) []model.Location {
	list := p.lastItem(cty.GetAttrStep{Name: "Statement"})
	places := make([]model.Location, len(doc.Statements))
	for i := range places {
		places[i] = p.lastItem(cty.GetAttrStep{Name: "Statement"}, cty.IndexStep{Key: cty.NumberIntVal(int64(i))})
		if places[i].IsZero() || places[i] == list {
			return nil
		}
	}
	return places
}

// looselyEncoded returns the place of the list of statements for each, as where
// a for expression makes them or there is but one, without a list.
func (p place) looselyEncoded(doc *policydoc.Document) []model.Location {
	list := p.lastItem(cty.GetAttrStep{Name: "Statement"})
	if list.IsZero() || list == p.lastItem() {
		return nil
	}
	return slices.Repeat([]model.Location{list}, len(doc.Statements))
}

// lastItem returns the place of the innermost item on the way to a part of the
// value.
func (p place) lastItem(inside ...cty.PathStep) (at model.Location) {
	for _, o := range p.node.res.Origins(append(slices.Clone(p.path), inside...)) {
		if o.Note == "item" {
			at = locationOf(o.Range)
		}
	}
	return at
}

// writtenPlaces returns the places of the statements of a document that is
// spelt out as JSON, perhaps with parts that are interpolated.
func (p place) writtenPlaces(doc *policydoc.Document) []model.Location {
	for _, w := range p.node.res.Writings(p.path) {
		written, err := policydoc.Parse(w.Text)
		if err != nil || !written.Resembles(doc) {
			continue
		}
		spans := policydoc.Spans(w.Text)
		if len(spans) != len(doc.Statements) {
			continue
		}
		places := make([]model.Location, len(spans))
		for i, s := range spans {
			file, from := w.Line(s.From)
			_, to := w.Line(s.To)
			places[i] = model.Location{File: file, Line: from, EndLine: to}
		}
		return places
	}
	return nil
}

// placed is a statement of a document under construction.
type placed struct {
	sid string
	at  model.Location
}

// builtPlaces returns the places of the statements of a policy document data
// source: its own blocks, and those of the documents that it merges.
func (b *build) builtPlaces(n *node, doc *policydoc.Document, depth int) []model.Location {
	body := attributesOf(n.res.Body, []string{"json", "source_policy_documents", "statement", "override_policy_documents"})
	text, _, ok := terraform.Text(body["json"])
	if !ok {
		return nil
	}
	if built, err := policydoc.Parse(text); err != nil || !built.Resembles(doc) {
		return nil
	}
	var list []placed
	list = merged(list, b.mergedPlaces(n, "source_policy_documents", body, depth))
	list = merged(list, blockPlaces(n, body["statement"]))
	list = merged(list, b.mergedPlaces(n, "override_policy_documents", body, depth))
	if len(list) != len(doc.Statements) {
		return nil
	}
	places := make([]model.Location, len(list))
	for i, s := range list {
		places[i] = s.at
	}
	return places
}

// merged adds statements; one with a sid that is there takes its place, as the
// provider does it.
func merged(list, more []placed) []placed {
	for _, s := range more {
		at := slices.IndexFunc(list, func(have placed) bool { return s.sid != "" && have.sid == s.sid })
		if at >= 0 {
			list[at] = s
		} else {
			list = append(list, s)
		}
	}
	return list
}

func (b *build) mergedPlaces(n *node, argument string, body map[string]cty.Value, depth int) []placed {
	texts, _ := body[argument].Unmark()
	if !texts.IsKnown() || texts.IsNull() || !texts.CanIterateElements() {
		return nil
	}
	var list []placed
	for i, v := range texts.AsValueSlice() {
		text, _, _ := terraform.Text(v)
		doc, err := policydoc.Parse(text)
		if err != nil {
			continue
		}
		p := place{node: n, path: cty.GetAttrPath(argument).IndexInt(i)}
		places := b.placesAt(p, doc, depth)
		for j, s := range doc.Statements {
			if places == nil {
				list = append(list, placed{s.Sid, p.line()})
			} else {
				list = append(list, placed{s.Sid, places[j]})
			}
		}
	}
	return list
}

func blockPlaces(n *node, blocks cty.Value) []placed {
	blocks, _ = blocks.Unmark()
	if !blocks.IsKnown() || blocks.IsNull() || !blocks.CanIterateElements() {
		return nil
	}
	var list []placed
	for i, block := range blocks.AsValueSlice() {
		sid, _, _ := terraform.Text(attributesOf(block, []string{"sid"})["sid"])
		var at model.Location
		if origins := n.res.Origins(cty.GetAttrPath("statement").IndexInt(i)); len(origins) > 0 {
			at = locationOf(origins[0].Range)
		}
		list = append(list, placed{sid, at})
	}
	return list
}
