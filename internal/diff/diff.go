// Package diff says what a change does to a system: it compares two scans and
// tells, in sentences, which ways in are new, what is nearer to attackers, who
// may do more, which attack paths open or close, which controls are gone, and
// which threats are new, changed or gone.
//
// A part is the same on both sides if its id (its source address) is; a threat
// if its fingerprint is, or else if it is the only one left of its kind on the
// same part or on the same line of text.
package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
)

// Effect says whom a change helps.
type Effect string

// The effects, in the order in which changes are told.
const (
	Worse   Effect = "worse"   // attackers
	Neutral Effect = "neutral" // nobody, as far as is known
	Better  Effect = "better"  // those who defend
)

// Change is one thing that is different in the system.
type Change struct {
	// Kind is a word: entry_point_added, entry_point_removed,
	// entry_point_changed, exposure_raised, exposure_lowered, grant_widened,
	// grant_narrowed, path_opened, path_closed, control_removed, control_added,
	// flow_added, flow_unencrypted, data_added, part_added, parts_changed.
	Kind   string `json:"kind"`
	Effect Effect `json:"effect"`
	// On is the id of the part that is different, the first of several; empty for
	// a change to the system as a whole.
	On       string         `json:"on,omitempty"`
	Sentence string         `json:"sentence"`
	Location model.Location `json:"location"`
	Owners   []string       `json:"owners,omitempty"`
}

// Pair is a finding before and after.
type Pair struct {
	Before, After *finding.Finding
}

// Diff is what is different between two scans.
type Diff struct {
	Before, After *finding.Report
	// Changes are ordered: what helps attackers first.
	Changes []Change
	// New and Gone are findings of one side only; Changed have another level,
	// or are accepted on one side only. Each has the highest risk first.
	New, Gone []*finding.Finding
	Changed   []Pair
	// Unchanged is how many findings are as they were.
	Unchanged int
	// Blind are the parts that could be analysed before and cannot be now: what
	// was found there seems gone and may not be.
	Blind []*model.Gap
}

// Compare tells what turns one system into the other. The findings of after get
// their status: new, updated (another level) or unchanged.
func Compare(before, after *finding.Report) *Diff {
	d := &Diff{Before: before, After: after}
	d.findings()
	c := &comparer{before: side(before.System), after: side(after.System)}
	c.paths()
	c.entries()
	c.exposure()
	c.grants()
	c.controls()
	c.flows()
	c.data()
	c.parts()
	d.Changes = c.sorted()
	d.Blind = blind(before.System, after.System)
	return d
}

// comparer collects changes from two systems.
type comparer struct {
	before, after *half
	changes       []Change
}

// half is one of the two systems, with what is asked of it often.
type half struct {
	*model.System
	x *model.Index
	// strongest is the highest right of each pair.
	strongest map[pairOf]*model.Grant
}

func side(s *model.System) *half {
	if s == nil {
		s = model.New()
	}
	return &half{s, s.Index(), strongest(s.Grants)}
}

// knows reports whether the system has an element or identity of that id.
func (h *half) knows(id string) bool { return h.x.Elements[id] != nil || h.x.Identities[id] != nil }

func (c *comparer) add(change Change) {
	change.Sentence = capital(change.Sentence)
	if change.Owners == nil {
		change.Owners = c.owners(change.On)
	}
	c.changes = append(c.changes, change)
}

func (c *comparer) owners(id string) []string {
	for _, h := range []*half{c.after, c.before} {
		if e := h.x.Elements[id]; e != nil {
			return e.Owners
		}
		if i := h.x.Identities[id]; i != nil {
			return i.Owners
		}
	}
	return nil
}

// sorted puts what helps attackers first; within an effect the order is that in
// which the kinds were compared, then that of the parts.
func (c *comparer) sorted() []Change {
	rank := map[Effect]int{Worse: 0, Neutral: 1, Better: 2}
	order := map[string]int{}
	for _, change := range c.changes {
		if _, known := order[change.Kind]; !known {
			order[change.Kind] = len(order)
		}
	}
	slices.SortStableFunc(c.changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(rank[a.Effect], rank[b.Effect]), cmp.Compare(order[a.Kind], order[b.Kind]),
			strings.Compare(a.On, b.On), strings.Compare(a.Sentence, b.Sentence))
	})
	return c.changes
}

// blind lists the losses of after that before does not have. The place counts by
// its file, for lines move.
func blind(before, after *model.System) []*model.Gap {
	key := func(g *model.Gap) string { return g.Location.File + "\x00" + g.What }
	had := map[string]bool{}
	for _, g := range before.Gaps {
		had[key(g)] = true
	}
	var lost []*model.Gap
	for _, g := range after.Gaps {
		if g.Severity == "error" && !had[key(g)] {
			lost = append(lost, g)
		}
	}
	return lost
}
