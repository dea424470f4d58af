package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// entries tells which ways in are new, gone, or ask for something else.
func (c *comparer) entries() {
	before, after := c.before.ways(), c.after.ways()
	for _, e := range c.after.EntryPoints {
		switch old := before[c.after.way(e)]; {
		case after[c.after.way(e)] != e:
		case old == nil:
			c.entryAdded(e)
		default:
			c.entryChanged(old, e)
		}
	}
	for _, e := range c.before.EntryPoints {
		if key := c.before.way(e); before[key] == e && after[key] == nil {
			c.add(Change{Kind: "entry_point_removed", Effect: Better, On: e.Element, Location: e.Location,
				Sentence: c.before.entryName(e) + " is no longer a way in."})
		}
	}
}

// way identifies an entry point by what its callers know of it, so that a handler
// with another name is the same way in.
func (h *half) way(e *model.EntryPoint) string {
	owner := e.Element
	if s := h.x.Service(e.Element); s != nil {
		owner = s.ID
	}
	if e.Method == "" && e.Path == "" {
		return e.ID
	}
	return strings.Join([]string{owner, e.Kind, e.Method, e.Path}, "\x00")
}

func (h *half) ways() map[string]*model.EntryPoint {
	found := map[string]*model.EntryPoint{}
	for _, e := range h.EntryPoints {
		if key := h.way(e); found[key] == nil {
			found[key] = e
		}
	}
	return found
}

// entryName is how people speak of an entry point: "POST /orders of shop/cmd/web".
func (h *half) entryName(e *model.EntryPoint) string {
	owner := e.Element
	if s := h.x.Service(e.Element); s != nil {
		owner = s.ID
	}
	name := strings.TrimSpace(e.Method + " " + e.Path)
	if name == "" {
		return plain.Line(owner)
	}
	return plain.Line(name) + " of " + plain.Line(strings.TrimPrefix(owner, "go:"))
}

func (c *comparer) entryAdded(e *model.EntryPoint) {
	change := Change{Kind: "entry_point_added", Effect: Neutral, On: e.Element, Location: e.Location}
	at := c.after.exposureOf(e.Element)
	if outside(at) {
		change.Effect = Worse
	}
	change.Sentence = c.after.entryName(e) + " is a new way in"
	if near(at) > 0 {
		change.Sentence += ", reachable from " + reachedFrom(at.Level)
	}
	change.Sentence += "; " + asksFor(e.Authn)
	if stake := c.after.atStake(c.after.dataBehind(e.Element)); stake != "" {
		change.Sentence += ", and what it belongs to handles " + stake
	}
	change.Sentence += "."
	c.add(change)
}

// asksFor says what an entry point asks its callers for.
func asksFor(authn model.Fact) string {
	word, _ := authn.Value.(string)
	switch {
	case authn.State == model.Unknown || word == "":
		return "the sources do not tell whether it asks who is calling"
	case word == "none":
		return "it asks nobody who they are"
	}
	return "it asks for " + article(strings.ReplaceAll(plain.Line(word), "_", " "))
}

func (c *comparer) entryChanged(old, e *model.EntryPoint) {
	was, _ := old.Authn.Value.(string)
	is, _ := e.Authn.Value.(string)
	if was == "" || is == "" || was == is {
		c.middleware(old, e)
		return
	}
	change := Change{Kind: "entry_point_changed", Effect: Neutral, On: e.Element, Location: e.Location}
	change.Sentence = c.after.entryName(e) + ": " + asksFor(e.Authn) + " now; before, " + strings.TrimPrefix(asksFor(old.Authn), "it ") + "."
	switch "none" {
	case is:
		change.Effect = Worse
		change.Sentence = c.after.entryName(e) + " no longer asks who is calling; before, it asked for " + article(strings.ReplaceAll(plain.Line(was), "_", " ")) + "."
	case was:
		change.Effect = Better
		change.Sentence = c.after.entryName(e) + " now asks for " + article(strings.ReplaceAll(plain.Line(is), "_", " ")) + "; before, it asked nobody who they are."
	default:
		change.Sentence = c.after.entryName(e) + " now asks for " + article(strings.ReplaceAll(plain.Line(is), "_", " ")) + " instead of " + article(strings.ReplaceAll(plain.Line(was), "_", " ")) + "."
	}
	c.add(change)
}

// middleware tells which functions a request no longer passes through.
func (c *comparer) middleware(old, e *model.EntryPoint) {
	var gone []string
	for _, m := range old.Middleware {
		if !slices.Contains(e.Middleware, m) {
			gone = append(gone, m)
		}
	}
	if len(gone) == 0 {
		return
	}
	c.add(Change{Kind: "entry_point_changed", Effect: Neutral, On: e.Element, Location: e.Location,
		Sentence: "requests to " + c.after.entryName(e) + " no longer pass through " + names(gone) + "."})
}

// exposureOf is the exposure of an element, or of the nearest thing around it
// that has one.
func (h *half) exposureOf(id string) model.Exposure {
	for e := range h.x.Around(h.x.Elements[id]) {
		if near(e.Exposure) > 0 {
			return e.Exposure
		}
	}
	return model.Exposure{}
}

// dataBehind are the data assets that an element, or what it is part of, keeps,
// handles or exchanges.
func (h *half) dataBehind(id string) []string {
	around := map[string]bool{}
	var found []string
	for e := range h.x.Around(h.x.Elements[id]) {
		around[e.ID] = true
		found = append(found, e.Stores...)
		found = append(found, e.Process...)
	}
	for _, f := range h.Flows {
		if !around[f.From] {
			continue
		}
		found = append(found, f.Data...)
		if to := h.x.Elements[f.To]; to != nil {
			found = append(found, to.Stores...)
		}
	}
	slices.SortFunc(found, cmp.Compare)
	return slices.Compact(found)
}
