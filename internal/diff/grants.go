package diff

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// rights orders the levels of a grant.
var rights = []string{"", "list", "read", "write", "permissions", "admin"}

// may is the verb for a level of rights.
func may(level string) string {
	switch level {
	case "list":
		return "list"
	case "read":
		return "read"
	case "write":
		return "change"
	case "permissions":
		return "give others rights on"
	case "admin":
		return "do everything with"
	}
	return "do nothing with"
}

const wholeAccount = "account"

// pairOf is who and what a right joins.
type pairOf struct{ identity, on string }

// strongest returns the highest right of each pair.
func strongest(grants []*model.Grant) map[pairOf]*model.Grant {
	found := map[pairOf]*model.Grant{}
	for _, g := range grants {
		key := pairOf{g.Identity, g.On}
		if known := found[key]; known == nil || level(g) > level(known) || level(g) == level(known) && g.Certain && !known.Certain {
			found[key] = g
		}
	}
	return found
}

func level(g *model.Grant) int {
	if g == nil {
		return 0
	}
	return max(0, slices.Index(rights, g.Level))
}

// widened are the targets on which one identity's right went from one level to
// another for one reason.
type widened struct {
	identity, from, to string
	certain            bool
	at                 model.Location
	on                 []string
}

// grants tells who may do more, and who less. A part or an identity that is new
// is told with what it may do or who may use it; one that is gone needs no words.
func (c *comparer) grants() {
	before, after := c.before.strongest, c.after.strongest
	found := map[string]*widened{}
	var order []string
	note := func(g *model.Grant, from, to string) {
		key := strings.Join([]string{g.Identity, from, to}, "\x00")
		if g.On == wholeAccount {
			key += "\x00" + wholeAccount
		}
		if found[key] == nil {
			found[key] = &widened{identity: g.Identity, from: from, to: to, certain: g.Certain, at: firstPlace(g.Evidence)}
			order = append(order, key)
		}
		found[key].on = append(found[key].on, g.On)
		found[key].certain = found[key].certain || g.Certain
	}
	for _, g := range c.after.Grants {
		key := pairOf{g.Identity, g.On}
		if after[key] == g && level(g) > level(before[key]) && c.worthTelling(g) && !implied(g, before, after) {
			note(g, levelOf(before[key]), g.Level)
		}
	}
	for _, g := range c.before.Grants {
		key := pairOf{g.Identity, g.On}
		if before[key] == g && level(g) > level(after[key]) && c.stillThere(g) {
			note(g, g.Level, levelOf(after[key]))
		}
	}
	for _, key := range order {
		c.add(found[key].change(c))
	}
}

func levelOf(g *model.Grant) string {
	if g == nil {
		return ""
	}
	return g.Level
}

// worthTelling leaves out what follows from a new part alone: that those who had
// a right on everything have it on the new part too.
func (c *comparer) worthTelling(g *model.Grant) bool {
	newTarget := g.On != wholeAccount && !c.before.knows(g.On)
	return !newTarget || c.isNew(g.Identity) || isStranger(g.Identity)
}

// implied reports whether a right is told already by a wider one that has come
// with the same change: everybody's on the same part, or the same identity's on the
// whole account.
func implied(g *model.Grant, before, after map[pairOf]*model.Grant) bool {
	gained := func(key pairOf) bool { return level(after[key]) > level(before[key]) && level(after[key]) >= level(g) }
	switch g.Identity {
	case internet:
		return false
	case anyAccount:
		return gained(pairOf{internet, g.On})
	}
	if gained(pairOf{internet, g.On}) || gained(pairOf{anyAccount, g.On}) {
		return true
	}
	return g.On != wholeAccount && gained(pairOf{g.Identity, wholeAccount})
}

// isNew reports whether an identity of the sources has come with the change.
func (c *comparer) isNew(id string) bool { return !isStranger(id) && !c.before.knows(id) }

// isStranger reports whether a right is everybody's, or of somebody who is not in
// the sources.
func isStranger(id string) bool { return id == anyAccount || id == internet }

const (
	anyAccount = "any-account"
	internet   = "internet"
)

func (c *comparer) stillThere(g *model.Grant) bool {
	return (isStranger(g.Identity) || c.after.knows(g.Identity)) && (g.On == wholeAccount || c.after.knows(g.On))
}

func firstPlace(evidence []model.Evidence) model.Location {
	for _, e := range evidence {
		if !e.IsZero() {
			return e.Location
		}
	}
	return model.Location{}
}

func (w *widened) change(c *comparer) Change {
	change := Change{Kind: "grant_widened", Effect: Worse, On: w.identity, Location: w.at}
	who := plain.End(w.identity)
	if c.isNew(w.identity) {
		who += ", which is new,"
	}
	switch {
	case slices.Index(rights, w.to) < slices.Index(rights, w.from):
		change.Kind, change.Effect = "grant_narrowed", Better
		change.Sentence = who + " may no longer " + w.what(w.from)
		if w.to != "" {
			change.Sentence += ", only " + may(w.to) + " " + pronoun(len(w.on))
		}
	default:
		change.Sentence = who + " may now " + w.what(w.to)
		if w.from != "" {
			change.Sentence += "; before, it could only " + may(w.from) + " " + pronoun(len(w.on))
		}
		if !w.certain {
			change.Sentence += ", on a condition that the sources do not decide"
		}
		if stake := c.after.atStake(c.stored(w.on)); stake != "" {
			change.Sentence += ". At stake: " + stake
		}
	}
	change.Sentence += "."
	return change
}

func (w *widened) what(level string) string {
	if w.on[0] == wholeAccount {
		if level == "admin" {
			return "do everything in the account"
		}
		return may(level) + " the account's own settings"
	}
	return may(level) + " " + names(w.on)
}

func pronoun(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}

// stored are the data that elements hold.
func (c *comparer) stored(ids []string) []string {
	var data []string
	for _, id := range ids {
		if e := c.after.x.Elements[id]; e != nil {
			data = append(data, e.Stores...)
		}
	}
	return data
}
