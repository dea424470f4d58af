package sarif

import (
	"fmt"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// results turns findings into results.
type results struct {
	rules  *rules
	places *places
	model  *model.Index
}

func (rs *results) result(f *finding.Finding) *result {
	related := rs.related(f)
	r := &sarif.Result{
		RuleID:              ptr(ruleID(f)),
		RuleIndex:           ptr(uint(rs.rules.index[ruleID(f)])),
		Level:               ptr(level(f.Rating)),
		Message:             rs.message(f, related),
		Locations:           []*sarif.Location{rs.main(f)},
		RelatedLocations:    related,
		CodeFlows:           rs.flows(f),
		PartialFingerprints: fingerprints(f),
		Rank:                ptr(float32(score(f.Rating) * 10)),
	}
	r.Properties = properties(f)
	if f.Status != "" {
		r.BaselineState = ptr(f.Status)
	}
	out := &result{Result: r}
	if a := f.Acceptance; a != nil && !a.Expired {
		out.Suppressions = []*suppression{rs.suppression(a)}
	}
	return out
}

// main is the one location that code hosts show. It names every instance that
// stands on the line.
func (rs *results) main(f *finding.Finding) *sarif.Location {
	loc := rs.places.location(mainPlace(f), "")
	for i, id := range f.Instances {
		if i == maxLocations {
			break
		}
		loc.LogicalLocations = append(loc.LogicalLocations, logical(id))
	}
	return loc
}

// mainPlace is the finding's line, or the nearest thing to it where it has
// none: a result without a place is rejected.
func mainPlace(f *finding.Finding) model.Location {
	if !f.Location.IsZero() {
		return f.Location
	}
	for _, e := range f.Related {
		if !e.IsZero() {
			return e.Location
		}
	}
	for _, s := range f.Trace {
		if !s.IsZero() {
			return s.Location
		}
	}
	if f.Path != nil {
		for _, s := range f.Path.Steps {
			if !s.Location.IsZero() {
				return s.Location
			}
		}
	}
	return model.Location{File: "."}
}

// related are further places, numbered so that the message can link to them:
// where the value came from, then where a change would break the path.
func (rs *results) related(f *finding.Finding) []*sarif.Location {
	var all []*sarif.Location
	add := func(l model.Location, note string) {
		if l.IsZero() || len(all) == maxLocations {
			return
		}
		loc := rs.places.location(l, plain.Cut(note, maxPart))
		loc.Id = ptr(uint(len(all) + 1))
		all = append(all, loc)
	}
	for _, e := range f.Related {
		add(e.Location, evidenceNote(e))
	}
	if f.Path != nil {
		for _, c := range f.Path.ChokePoints {
			add(c.Location, chokeNote(c))
		}
	}
	return all
}

func evidenceNote(e model.Evidence) string {
	switch {
	case e.Note == "" && e.Address == "":
		return plain.Place(e.Location)
	case e.Note == "":
		return plain.Line(e.Address)
	case e.Address == "":
		return plain.Line(e.Note)
	}
	return plain.Line(e.Note) + " in " + plain.Line(e.Address)
}

func chokeNote(c model.ChokePoint) string {
	return plain.Sentence(c.Change) + " This closes " + plain.Count(len(c.Closes), "path") + "."
}

// linked is how many related locations the message itself mentions.
const linked = 5

// message begins with the scenario's sentence, because that is all that code
// hosts show where space is short.
func (rs *results) message(f *finding.Finding, related []*sarif.Location) sarif.Message {
	var text, markdown strings.Builder
	say := func(format, strong, s string) {
		fmt.Fprintf(&text, format, strong, noLink(s))
		if strong != "" {
			strong = "**" + strong + "**"
		}
		fmt.Fprintf(&markdown, format, strong, plain.Markdown(s))
	}
	say("%s%s", "", plain.Cut(scenario(f), maxMessage/2))
	say(" %s %s.", "Risk:", plain.Rating(f.Rating))
	if f.Fix != "" {
		say(" %s %s", "Change:", plain.Cut(plain.Sentence(f.Fix), maxPart))
	}
	if n := len(f.Instances); n > 1 {
		say(" %s %s.", "Applies to:", instances(f.Instances))
	}
	if a := f.Acceptance; a != nil && a.Expired {
		say(" %s%s", "", "The acceptance by "+plain.Line(a.Owner)+" ended on "+plain.Line(a.Until)+".")
	}
	links(&text, related, noLink)
	links(&markdown, related, plain.Markdown)
	return sarif.Message{Text: ptr(text.String()), Markdown: ptr(markdown.String())}
}

func scenario(f *finding.Finding) string {
	if s := plain.Sentence(f.Sentence); s != "" {
		return s
	}
	return plain.Sentence(f.Title)
}

// instances names the first few.
func instances(ids []string) string {
	const named = 10
	var names []string
	for _, id := range ids[:min(len(ids), named)] {
		names = append(names, plain.Cut(plain.Line(id), maxName))
	}
	list := strings.Join(names, ", ")
	if more := len(ids) - named; more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	return list
}

// links mentions related locations in the form that viewers make clickable.
func links(b *strings.Builder, related []*sarif.Location, escape func(string) string) {
	for i, loc := range related[:min(len(related), linked)] {
		b.WriteString([]string{" See ", ", "}[min(i, 1)])
		note := plain.Cut(strings.NewReplacer("[", "(", "]", ")").Replace(*loc.Message.Text), 200)
		fmt.Fprintf(b, "[%s](%d)", escape(strings.TrimSuffix(note, ".")), *loc.Id)
	}
	if len(related) > 0 {
		b.WriteString(".")
	}
}

// noLink keeps text from being read as a link, which SARIF allows in plain
// messages too.
func noLink(s string) string { return strings.ReplaceAll(s, "](", "] (") }

// fingerprints hold GitHub's own hash, without which it computes the same from
// the checked-out source, and ours, which survives moved lines.
func fingerprints(f *finding.Finding) map[string]any {
	prints := map[string]any{"threatvet/v1": plain.Line(f.Fingerprint)}
	if f.LineHash != "" {
		prints["primaryLocationLineHash"] = plain.Line(f.LineHash)
	}
	return prints
}

// properties carry what SARIF has no field for.
func properties(f *finding.Finding) sarif.Properties {
	p := sarif.Properties{
		"finding":    plain.Line(f.ID),
		"threat":     plain.Line(f.ThreatID),
		"risk":       string(f.Rating.Level),
		"score":      score(f.Rating),
		"likelihood": f.Rating.Likelihood,
		"impact":     f.Rating.Impact,
	}
	set := func(name string, yes bool) {
		if yes {
			p[name] = true
		}
	}
	set("impactAssumed", f.Rating.Assumed)
	set("latent", f.Rating.Latent)
	if len(f.Owners) > 0 {
		p["owners"] = lines(f.Owners)
	}
	if len(f.PartOf) > 0 {
		p["partOf"] = lines(f.PartOf)
	}
	return p
}

func lines(list []string) []string {
	out := make([]string, 0, min(len(list), maxLocations))
	for _, s := range list[:min(len(list), maxLocations)] {
		out = append(out, plain.Cut(plain.Line(s), maxPart))
	}
	return out
}

func (rs *results) suppression(a *finding.Acceptance) *suppression {
	kind := "external"
	if a.InSource {
		kind = "inSource"
	}
	why := fmt.Sprintf("%s Accepted by %s%s.", plain.Sentence(a.Reason), plain.Line(a.Owner), plain.Line(a.Ends()))
	s := &suppression{
		Suppression:   &sarif.Suppression{Kind: kind},
		Status:        ptr("accepted"),
		Justification: ptr(plain.Cut(why, maxPart)),
	}
	if !a.Location.IsZero() {
		s.Location = rs.places.location(a.Location, "")
	}
	return s
}
