package diff

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// controls tells what no longer makes attacks harder, and what does now, on parts
// that both sides have.
func (c *comparer) controls() {
	before, after := c.before.controlled(), c.after.controlled()
	for _, k := range sortedKeys(before) {
		if before[k].State == model.Known && after[k] == nil && c.after.knows(k.on) {
			c.add(Change{Kind: "control_removed", Effect: Worse, On: k.on, Location: c.after.locationOf(k.on),
				Sentence: plain.End(k.on) + " no longer has " + controlWord(k.identity) + "."})
		}
	}
	for _, k := range sortedKeys(after) {
		if after[k].State == model.Known && before[k] == nil && c.before.knows(k.on) {
			c.add(Change{Kind: "control_added", Effect: Better, On: k.on, Location: firstPlace(after[k].Evidence),
				Sentence: plain.End(k.on) + " now has " + controlWord(k.identity) + "."})
		}
	}
}

// controlled lists controls by their kind and what they are on. One that is not
// known is listed too: it may be there, so it has not gone and does not come.
func (h *half) controlled() map[pairOf]*model.Control {
	found := map[pairOf]*model.Control{}
	for _, c := range h.Controls {
		if key := (pairOf{c.Kind, c.On}); found[key] == nil || c.State == model.Known {
			found[key] = c
		}
	}
	return found
}

func sortedKeys[T any](m map[pairOf]T) []pairOf {
	return slices.SortedFunc(maps.Keys(m), func(a, b pairOf) int {
		return cmp.Or(strings.Compare(a.on, b.on), strings.Compare(a.identity, b.identity))
	})
}

func controlWord(kind string) string {
	switch kind {
	case "waf":
		return "a web firewall before it"
	case "rate_limit":
		return "a limit on how often it may be asked"
	case "authn":
		return "a login before it"
	case "authz":
		return "a check of what callers may do"
	case "mfa":
		return "a second factor at its login"
	case "network_filter":
		return "a network filter before it"
	case "backup":
		return "a backup"
	case "object_lock":
		return "a lock against deletion"
	}
	return strings.ReplaceAll(plain.Line(kind), "_", " ")
}

func (h *half) locationOf(id string) model.Location {
	if e := h.x.Elements[id]; e != nil {
		return e.Location
	}
	if i := h.x.Identities[id]; i != nil {
		return i.Location
	}
	return model.Location{}
}

// flows tells what newly leaves a zone or the system, and what is no longer
// encrypted on its way.
func (c *comparer) flows() {
	before := map[string]*model.Flow{}
	for _, f := range c.before.Flows {
		before[flowKey(f)] = f
	}
	told := map[string]bool{}
	for _, f := range c.after.Flows {
		key := flowKey(f)
		if told[key] || f.Protocol == "route" {
			continue
		}
		told[key] = true
		old := before[key]
		switch {
		case old == nil && c.leaves(f):
			c.flowAdded(f)
		case old != nil && old.Encryption.Value == true && f.Encryption.Value == false:
			c.add(Change{Kind: "flow_unencrypted", Effect: Worse, On: f.From, Location: firstPlace(f.Evidence),
				Sentence: "what goes from " + plain.End(f.From) + " to " + c.receiver(f) + " is no longer encrypted."})
		}
	}
}

func flowKey(f *model.Flow) string {
	to := f.To
	if to == "" && f.Target != nil {
		to = cmp.Or(f.Target.Value, f.Target.Name, f.Target.Service)
	}
	return strings.Join([]string{f.From, to, f.Protocol}, "\x00")
}

// leaves reports whether a flow crosses a boundary or goes to somebody else.
func (c *comparer) leaves(f *model.Flow) bool {
	to := c.after.x.Elements[f.To]
	return len(f.Crosses) > 0 || to != nil && to.Kind == "external.saas" || to == nil && f.Target != nil && f.Target.Origin == "constant" && f.Target.Value != ""
}

func (c *comparer) receiver(f *model.Flow) string {
	if f.To != "" {
		return plain.End(f.To)
	}
	if f.Target == nil {
		return "a place that the sources do not name"
	}
	return plain.Line(cmp.Or(f.Target.Value, f.Target.Name, f.Target.Service))
}

func (c *comparer) flowAdded(f *model.Flow) {
	change := Change{Kind: "flow_added", Effect: Neutral, On: f.From, Location: firstPlace(f.Evidence)}
	change.Sentence = plain.End(f.From) + " now talks to " + c.receiver(f)
	if f.Encryption.Value == false {
		change.Effect = Worse
		change.Sentence += ", unencrypted"
	}
	if stake := c.after.atStake(f.Data); stake != "" {
		change.Sentence += ", and sends " + stake
	}
	change.Sentence += "."
	c.add(change)
}

// data tells where data that matters is kept or handled now and was not.
func (c *comparer) data() {
	for _, d := range c.after.DataAssets {
		if c.after.atStake([]string{d.ID}) == "" {
			continue
		}
		var had []string
		if old := c.before.x.Data[d.ID]; old != nil {
			had = old.FoundIn
		}
		var now []string
		for _, id := range d.FoundIn {
			if !slices.Contains(had, id) && c.before.knows(id) {
				now = append(now, id)
			}
		}
		if len(now) > 0 {
			c.add(Change{Kind: "data_added", Effect: Neutral, On: now[0], Location: firstPlace(d.Evidence),
				Sentence: plain.Line(d.Name) + " " + isAre(d.Name) + " now known to be in " + names(now) + "."})
		}
	}
}

func isAre(name string) string {
	if strings.HasSuffix(strings.ToLower(name), "s") {
		return "are"
	}
	return "is"
}

// parts tells of new parts that strangers reach or that hold what matters, and
// counts the others.
func (c *comparer) parts() {
	var fresh, gone []string
	for _, e := range c.after.Elements {
		if c.before.x.Elements[e.ID] == nil && stands(e.Kind) {
			fresh = append(fresh, kindWord(e.Kind))
			c.partAdded(e)
		}
	}
	for _, e := range c.before.Elements {
		if c.after.x.Elements[e.ID] == nil && stands(e.Kind) {
			gone = append(gone, kindWord(e.Kind))
		}
	}
	if len(fresh) > 0 {
		c.add(Change{Kind: "parts_changed", Effect: Neutral, Sentence: "new in the system: " + tally(fresh) + "."})
	}
	if len(gone) > 0 {
		c.add(Change{Kind: "parts_changed", Effect: Neutral, Sentence: "gone from the system: " + tally(gone) + "."})
	}
}

func (c *comparer) partAdded(e *model.Element) {
	change := Change{Kind: "part_added", Effect: Neutral, On: e.ID, Location: e.Location}
	stake := c.after.atStake(e.Stores)
	if !outside(e.Exposure) && stake == "" {
		return
	}
	change.Sentence = plain.End(e.ID) + " is new: " + article(kindWord(e.Kind))
	if stake != "" {
		change.Sentence += " that holds " + stake
	}
	if outside(e.Exposure) {
		change.Effect = Worse
		change.Sentence += ", reachable from " + reachedFrom(e.Exposure.Level)
	}
	change.Sentence += "."
	c.add(change)
}

// tally counts words: "2 functions, a database and a queue".
func tally(words []string) string {
	count := map[string]int{}
	for _, w := range words {
		count[w]++
	}
	kinds := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b))
	})
	var list []string
	for _, k := range kinds {
		list = append(list, counted(count[k], k))
	}
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return strings.Join(list, "")
}
