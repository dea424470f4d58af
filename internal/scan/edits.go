package scan

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
)

// Now is what is found with all edits, highest risk first.
type Now struct {
	Findings []*finding.Finding
	Gaps     []*model.Gap
	// reports are the whole one, and by root those that are newer.
	whole  *finding.Report
	groups []*group
}

// Now applies to the whole scan what the edits since have changed. What a scan of
// a few roots sees differently from a whole one, because the others are not
// there, it sees before the edit and after it, so that it changes nothing.
func (s *Session) Now() *Now {
	if s.whole == nil {
		return &Now{whole: &finding.Report{System: model.New()}}
	}
	n := &Now{Findings: s.whole.Findings, Gaps: s.whole.System.Gaps, whole: s.whole}
	for _, g := range s.groups {
		if g.now == nil {
			continue
		}
		held := *g // the session's own changes with the next edit
		n.groups = append(n.groups, &held)
		n.Findings = applied(n.Findings, g.before.Findings, g.now.Findings)
		n.Gaps = appliedGaps(n.Gaps, g.before.System.Gaps, g.now.System.Gaps)
	}
	if len(n.groups) > 0 {
		slices.SortStableFunc(n.Findings, worst)
	}
	return n
}

func worst(a, b *finding.Finding) int {
	latent := func(f *finding.Finding) int {
		if f.Rating.Latent {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(latent(a), latent(b)), cmp.Compare(b.Rating.Score, a.Rating.Score), strings.Compare(a.ID, b.ID))
}

// Of returns the newest report about an element or identity: that of its root,
// or the whole one.
func (n *Now) Of(id string) *finding.Report {
	for _, g := range n.groups {
		for _, e := range g.now.System.Elements {
			if e.ID == id {
				return g.now
			}
		}
		for _, i := range g.now.System.Identities {
			if i.ID == id {
				return g.now
			}
		}
	}
	return n.whole
}

// Elements lists all elements: of roots that were edited, the newest.
func (n *Now) Elements() []*model.Element {
	if len(n.groups) == 0 {
		return n.whole.System.Elements
	}
	var list []*model.Element
	edited := map[string]bool{}
	for _, g := range n.groups {
		for _, r := range slices.Concat(g.before.System.Elements, g.now.System.Elements) {
			edited[r.ID] = true
		}
		list = append(list, g.now.System.Elements...)
	}
	for _, e := range n.whole.System.Elements {
		if !edited[e.ID] {
			list = append(list, e)
		}
	}
	return list
}

// Identities lists all identities: of roots that were edited, the newest.
func (n *Now) Identities() []*model.Identity {
	list := slices.Clone(n.whole.System.Identities)
	for _, g := range n.groups {
		list = append(slices.Clone(g.now.System.Identities), list...)
	}
	return list
}

// Threats are those that were asked about.
func (n *Now) Threats() []*model.Threat { return n.whole.Threats }

// Finding returns a finding by its id, the one in a file where several share it.
func (n *Now) Finding(id, file string) *finding.Finding {
	var found *finding.Finding
	for _, f := range n.Findings {
		if f.ID == id && (found == nil || f.Location.File == file) {
			found = f
		}
	}
	return found
}

// applied takes out of all what was there before and is no more, puts in what has
// come, and moves what stays.
func applied(all, before, now []*finding.Finding) []*finding.Finding {
	was, is := byKey(before), byKey(now)
	var list []*finding.Finding
	have := map[string]bool{}
	keys := newKeys()
	for _, f := range all {
		key := keys.of(f)
		old, new := was[key], is[key]
		have[key] = true
		switch {
		case old != nil && new == nil:
		case new == nil:
			list = append(list, f)
		case old != nil && alike(old, new):
			list = append(list, moved(f, new))
		default:
			list = append(list, new)
		}
	}
	keys = newKeys()
	for _, f := range now {
		if key := keys.of(f); !have[key] && was[key] == nil {
			list = append(list, f)
		}
	}
	return list
}

// alike reports whether a finding is rated and accepted as before.
func alike(a, b *finding.Finding) bool {
	if a.Rating.Level != b.Rating.Level || a.Rating.Score != b.Rating.Score || a.Rating.Latent != b.Rating.Latent || (a.Acceptance == nil) != (b.Acceptance == nil) {
		return false
	}
	return a.Acceptance == nil || a.Acceptance.Reason == b.Acceptance.Reason && a.Acceptance.Until == b.Acceptance.Until && a.Acceptance.Owner == b.Acceptance.Owner
}

// moved is a finding with the places that it has now.
func moved(f, to *finding.Finding) *finding.Finding {
	m := *f
	m.Location, m.Related, m.Trace, m.LineHash = to.Location, to.Related, to.Trace, to.LineHash
	if to.Path != nil {
		m.Path = to.Path
	}
	return &m
}

func byKey(list []*finding.Finding) map[string]*finding.Finding {
	keys, found := newKeys(), map[string]*finding.Finding{}
	for _, f := range list {
		found[keys.of(f)] = f
	}
	return found
}

// keys tell findings apart by what they are about, and by nothing that an edit
// nearby or the rest of a scan changes. Those that it does not tell apart are
// numbered in their order.
type keys map[string]int

func newKeys() keys { return keys{} }

func (k keys) of(f *finding.Finding) string {
	m := f.Match
	parts := append([]string{f.ThreatID, f.Location.File, m.Weakness, m.EntryPoint, m.Policy, m.Grant, m.Flow, strconv.Itoa(m.Rule)}, m.Because...)
	if p := f.Path; p != nil {
		parts = []string{f.ThreatID, p.Start, p.End, p.As}
		for _, s := range p.Steps {
			parts = append(parts, s.Technique, s.From, s.To)
		}
	} else {
		parts = append(parts, f.Instances...)
	}
	key := strings.Join(parts, "\x00")
	k[key]++
	return key + "\x00" + strconv.Itoa(k[key])
}

// cured reports whether a finding was there and is no more, while nothing else has
// come.
func cured(f *finding.Finding, now, then *finding.Report) bool {
	key := newKeys().of(f)
	was, is := byKey(now.Findings), byKey(then.Findings)
	if was[key] == nil || is[key] != nil {
		return false
	}
	for k, n := range is {
		if old := was[k]; old == nil || n.Rating.Score > old.Rating.Score {
			return false
		}
	}
	return len(then.System.Gaps) <= len(now.System.Gaps)
}

// appliedGaps does for gaps what applied does for findings.
func appliedGaps(all, before, now []*model.Gap) []*model.Gap {
	key := func(g *model.Gap) string { return strings.Join([]string{g.What, g.Why, g.Location.File}, "\x00") }
	index := func(list []*model.Gap) map[string]*model.Gap {
		m := map[string]*model.Gap{}
		for _, g := range list {
			m[key(g)] = g
		}
		return m
	}
	was, is, have := index(before), index(now), index(all)
	var list []*model.Gap
	for _, g := range all {
		switch new := is[key(g)]; {
		case new != nil:
			list = append(list, new)
		case was[key(g)] == nil:
			list = append(list, g)
		}
	}
	for _, g := range now {
		if k := key(g); have[k] == nil && was[k] == nil {
			list = append(list, g)
		}
	}
	return list
}
