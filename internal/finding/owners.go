package finding

import (
	"cmp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/model"
)

// owners lists who has to act or to decide. For a path that is everyone who
// owns a step or the data at its end: the people to bring together.
func (a *assembler) owners(f *Finding) []string {
	var list []string
	add := func(owners ...string) {
		for _, o := range owners {
			if o != "" && !slices.Contains(list, o) {
				list = append(list, o)
			}
		}
	}
	if f.Path == nil {
		add(a.ownersAt(f.Location, f.Match.On)...)
		return list
	}
	add(f.Path.Owners...)
	for _, s := range f.Path.Steps {
		if !s.Location.IsZero() {
			add(a.ownersAt(s.Location, "")...)
		}
		add(a.ownersOf(s.From)...)
		add(a.ownersOf(s.To)...)
	}
	for _, id := range f.Path.Data {
		if d := a.Index.Data[id]; d != nil {
			add(strings.FieldsFunc(d.Owner, func(r rune) bool { return r == ',' || r == ' ' })...)
		}
	}
	slices.Sort(list)
	return list
}

// ownersAt are the owners of the file to change, else of the element.
func (a *assembler) ownersAt(at model.Location, on string) []string {
	var ids []string
	if e := a.Index.Elements[on]; e != nil && e.Location.File == at.File {
		ids = []string{on}
	}
	if list := a.Context.OwnersOf(at.File, ids...); len(list) > 0 && !at.IsZero() {
		return list
	}
	return a.ownersOf(on)
}

func (a *assembler) ownersOf(id string) []string {
	if e := a.Index.Elements[id]; e != nil {
		return e.Owners
	}
	if i := a.Index.Identities[id]; i != nil {
		return i.Owners
	}
	return nil
}

// acceptance finds the decision about a finding: a comment on its line or above
// it, or an entry in a context file. One that still holds goes before one that
// has ended; one that ends too late does not count.
func (a *assembler) acceptance(f *Finding) *Acceptance {
	var ended *Acceptance
	for _, said := range a.said(f) {
		if said.TooLong(a.Today) {
			continue
		}
		accepted := &Acceptance{
			Reason: said.Reason, Owner: said.Owner, Until: said.Until,
			InSource: said.InSource, Location: said.Location, Expired: said.Expired(a.Today),
		}
		if !accepted.Expired {
			return accepted
		}
		ended = cmp.Or(ended, accepted)
	}
	return cmp.Or(a.sources.silenced(f.ThreatID, f.Location), ended)
}

func (a *assembler) said(f *Finding) []*businesscontext.Acceptance {
	var list []*businesscontext.Acceptance
	for _, c := range a.sources.accepted(f.Location) {
		if c.Threat == f.ThreatID {
			list = append(list, c)
		}
	}
	return append(list, a.Context.Accepted(f.ThreatID, a.names(f.Match), f.Location.File)...)
}

// names are the ids by which an acceptance may name what a match is about: the
// element, what it is part of, and the element in which a weakness lies.
func (a *assembler) names(m model.Match) []string {
	ids := []string{m.On}
	if w := a.Index.Weaknesses[m.Weakness]; w != nil {
		ids = append(ids, w.Element)
	}
	for i := 0; i < len(ids); i++ {
		if e := a.Index.Elements[ids[i]]; e != nil && e.PartOf != "" && !slices.Contains(ids, e.PartOf) {
			ids = append(ids, e.PartOf)
		}
	}
	if m.Path != "" {
		ids = append(ids, m.Path)
	}
	return ids
}

// report adds what could not be used of acceptances in comments to the system's
// gaps. Those of context files are for whoever loads them to report.
func (a *assembler) report() {
	problems := a.sources.problems(a.Today)
	for _, p := range problems {
		a.System.Gaps = append(a.System.Gaps, &model.Gap{
			Severity: p.Severity, What: "context: " + Printable(p.Message), Why: "what it says there was not used",
			Do: "correct it where it stands", Location: p.Location,
		})
	}
	if len(problems) > 0 {
		slices.SortStableFunc(a.System.Gaps, func(x, y *model.Gap) int {
			return cmp.Or(x.Location.Compare(y.Location), strings.Compare(x.What, y.What))
		})
	}
}
