package finding

import (
	"cmp"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// Input is what findings are made of.
type Input struct {
	System *model.System
	// Index is made from System where nil.
	Index   *model.Index
	Threats []*model.Threat
	Matches []model.Match
	// Context is what owners have said; nil for nothing.
	Context *businesscontext.Context
	// Sources is the scan root, for the text of lines; nil for none.
	Sources fs.FS
	// Today decides whether an acceptance has ended.
	Today time.Time
	// Prefix is the scan root relative to the repository's root.
	Prefix string
}

// Assemble makes the findings, highest risk first and latent ones last. What
// carries no risk is left out. What cannot be used of acceptances in comments is
// added to the system's gaps.
func Assemble(in Input) []*Finding {
	if in.Index == nil {
		in.Index = in.System.Index()
	}
	a := &assembler{Input: in, rater: risk.New(in.Index, in.System), sources: newSources(in.Sources)}
	found := a.collect()
	found = specific(found)
	found = a.merge(found)
	a.identify(found)
	group(found)
	sortFindings(found)
	a.report()
	return found
}

type assembler struct {
	Input
	rater   *risk.Rater
	sources *sources
}

// collect makes one finding of each match that carries a risk.
func (a *assembler) collect() []*Finding {
	threats := map[string]*model.Threat{}
	for _, t := range a.Threats {
		threats[t.ID] = t
	}
	var found []*Finding
	for _, m := range a.Matches {
		t := threats[m.Threat]
		if t == nil {
			continue
		}
		rating := a.rater.Rate(t, m)
		if rating.Level == risk.None {
			continue
		}
		found = append(found, a.finding(t, m, rating))
	}
	return found
}

func (a *assembler) finding(t *model.Threat, m model.Match, rating risk.Rating) *Finding {
	f := &Finding{
		Threat: t, ThreatID: t.ID, Match: m, Title: t.Title, Rating: rating,
		Path: a.path(m), Instances: []string{m.On},
	}
	f.Sentence = a.fill(t.Scenario, m)
	f.Fix = a.fill(t.FixFor(a.technology(m)), m)
	f.Location, f.Related = a.places(m, f.Path)
	if w := a.Index.Weaknesses[m.Weakness]; w != nil {
		f.Trace = w.Trace
	}
	if f.Generated = a.sources.file(f.Location.File).made; f.Generated {
		f.Fix += " This file is generated: change what it is made from, or what makes it."
	}
	f.Owners = a.owners(f)
	f.Acceptance = a.acceptance(f)
	if e := f.Acceptance; e != nil && e.Expired {
		f.Sentence += " It was accepted until " + e.Until + " by " + e.Owner + ", and that has ended."
	}
	return f
}

func (a *assembler) technology(m model.Match) string {
	if e := a.Index.Elements[m.On]; e != nil {
		return e.Technology
	}
	return ""
}

func (a *assembler) path(m model.Match) *model.Path {
	if p := a.Index.Paths[m.Path]; p != nil {
		return p
	}
	return a.Index.Paths[m.On]
}

// general are the threats that fit any path. Where a threat tells the same path
// more exactly, they add nothing.
func general(id string) bool { return id == "XP-014" || id == "XP-015" }

// specific drops general path threats where a specific one tells the same path.
func specific(found []*Finding) []*Finding {
	told := map[string]bool{}
	for _, f := range found {
		if f.Path != nil && !general(f.ThreatID) {
			told[f.Path.ID] = true
		}
	}
	return slices.DeleteFunc(found, func(f *Finding) bool {
		return f.Path != nil && general(f.ThreatID) && told[f.Path.ID]
	})
}

// merge makes one finding of all that the same change would cure: the same
// threat at the same level on the same line, as count, for_each and modules
// that are used several times produce, what data from one place in the code
// reaches, what the policy tells once of a program or a package, and paths from
// one start, or from starts that one block makes, that the same changes close.
// Findings of which only some are accepted stay apart.
func (a *assembler) merge(found []*Finding) []*Finding {
	type key struct {
		threat   string
		level    risk.Level
		latent   bool
		at       string
		accepted Acceptance
	}
	slices.SortStableFunc(found, func(a, b *Finding) int {
		return cmp.Or(
			strings.Compare(a.ThreatID, b.ThreatID), comparePaths(a.Path, b.Path),
			a.Location.Compare(b.Location), strings.Compare(a.Match.On, b.Match.On),
		)
	})
	have := map[key]*Finding{}
	var kept []*Finding
	for _, f := range found {
		k := key{threat: f.ThreatID, level: f.Rating.Level, latent: f.Rating.Latent, at: a.cure(f)}
		if f.Acceptance != nil {
			k.accepted = *f.Acceptance
		}
		first := have[k]
		if first == nil || k.at == "" {
			have[k] = f
			kept = append(kept, f)
			continue
		}
		join(first, f)
	}
	for _, f := range kept {
		f.Sentence += others(f) + reached(f)
	}
	return kept
}

// comparePaths puts the story that is told first: the most certain, then the
// shortest.
func comparePaths(a, b *model.Path) int {
	if a == nil || b == nil {
		return 0
	}
	uncertain := func(p *model.Path) int {
		if p.Certain {
			return 0
		}
		return 1
	}
	return cmp.Or(
		strings.Compare(a.Start, b.Start), cmp.Compare(uncertain(a), uncertain(b)),
		cmp.Compare(len(a.Steps), len(b.Steps)), strings.Compare(a.End, b.End),
	)
}

// cure names the places where a finding can be cured; empty where that is not
// known.
func (a *assembler) cure(f *Finding) string {
	if scope := a.scope(f); scope != "" {
		return scope
	}
	if f.Path == nil {
		return enters(f)
	}
	if len(f.Path.ChokePoints) == 0 {
		return ""
	}
	parts := []string{a.startsAt(f.Path.Start)}
	for _, c := range f.Path.ChokePoints {
		parts = append(parts, line(c.Location))
	}
	slices.Sort(parts[1:])
	return strings.Join(parts, "\n")
}

// startsAt names the block that makes a start: the users of a list, and the roles
// of a module that is called several times, are one place to change.
func (a *assembler) startsAt(id string) string {
	if i := a.Index.Identities[id]; i != nil && line(i.Location) != "" {
		return line(i.Location)
	}
	return id
}

// enters names the place where data comes into the code: one check there cures
// all that it reaches. A line can read several values, so that the column counts.
// Where the finding follows no data, it is the line itself.
func enters(f *Finding) string {
	if len(f.Trace) < 2 {
		return line(f.Location)
	}
	from := f.Trace[0].Location
	return line(from) + ":" + strconv.Itoa(from.Column)
}

func line(l model.Location) string {
	if l.Line == 0 {
		return ""
	}
	return l.File + ":" + strconv.Itoa(l.Line)
}

// join adds another instance to a finding. The worse rating speaks for both.
func join(to, f *Finding) {
	switch {
	case f.Path != nil:
		to.Others = append(to.Others, f.Path)
	case line(f.Location) != line(to.Location):
		note := sameData
		if f.Threat.OncePer != "" {
			note = sameThing
		}
		to.Related = append(to.Related, model.Evidence{Location: f.Location, Address: f.Match.On, Note: note})
	}
	to.Instances = append(to.Instances, f.Instances...)
	slices.Sort(to.Instances)
	to.Instances = slices.Compact(to.Instances)
	for _, o := range f.Owners {
		if !slices.Contains(to.Owners, o) {
			to.Owners = append(to.Owners, o)
		}
	}
	if f.Rating.Score > to.Rating.Score && f.Path == nil && line(f.Location) == line(to.Location) {
		to.Rating, to.Match, to.Sentence = f.Rating, f.Match, f.Sentence
	}
}

// group notes at each finding the path findings that have it as a step.
func group(found []*Finding) {
	paths := map[string][]string{} // by what a step rests on
	for _, f := range found {
		if f.Path == nil {
			continue
		}
		for _, p := range append([]*model.Path{f.Path}, f.Others...) {
			for _, s := range p.Steps {
				for _, key := range append([]string{s.Weakness}, s.Facts...) {
					paths[key] = append(paths[key], f.ID)
				}
			}
		}
	}
	for _, f := range found {
		if f.Path != nil {
			continue
		}
		for _, on := range f.Instances {
			m := f.Match
			m.On = on
			for _, key := range risk.Keys(m) {
				f.PartOf = append(f.PartOf, paths[key]...)
			}
		}
		slices.Sort(f.PartOf)
		f.PartOf = slices.Compact(f.PartOf)
	}
}

// sortFindings puts the highest risk first and what is not yet real last.
func sortFindings(found []*Finding) {
	slices.SortStableFunc(found, func(a, b *Finding) int {
		switch {
		case a.Rating.Latent != b.Rating.Latent && b.Rating.Latent:
			return -1
		case a.Rating.Latent != b.Rating.Latent:
			return 1
		}
		return cmp.Or(
			cmp.Compare(b.Rating.Score, a.Rating.Score),
			cmp.Compare(steps(a), steps(b)),
			strings.Compare(a.ID, b.ID),
			strings.Compare(a.Fingerprint, b.Fingerprint),
		)
	})
}

// steps counts those of a path, so that of equals the shortest comes first.
func steps(f *Finding) int {
	if f.Path == nil {
		return 0
	}
	return len(f.Path.Steps)
}
