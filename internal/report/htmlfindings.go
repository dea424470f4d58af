package report

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/dataflow"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/report/wording"
	"github.com/threatvet/threatvet/internal/risk"
)

// findingGroup is a heading with the findings below it.
type findingGroup struct {
	ID, Name, Note string
	Findings       []pageFinding
}

type pageFinding struct {
	F              *finding.Finding
	Anchor         string
	State          string
	OwnerLines     string
	PartOf         string
	Harm, HarmWord string
	Area           string
	File           string
	Spot           string // the box that it is about
	Snippets       []string
}

type levelCount struct {
	Name  risk.Level
	Count int
}

// filter is one choice by which threats are shown.
type filter struct {
	ID, Name, Field string
	Options         []option
}

type option struct{ Value, Name string }

// addFindings lists what is no path: open by level, then latent, then accepted.
func (p *page) addFindings(picture *dataflow.Picture) {
	add := func(id, name, note string, list []*finding.Finding, state string) {
		if len(list) == 0 {
			return
		}
		g := findingGroup{ID: id, Name: name, Note: note}
		for _, f := range list {
			g.Findings = append(g.Findings, p.finding(f, state, picture))
		}
		p.Groups = append(p.Groups, g)
	}
	for _, g := range p.V.Groups {
		add("level-"+string(g.Level), string(g.Level), "", g.Findings, "open")
	}
	add("latent", "Latent", "Dangerous only once something uses it, which nothing in the sources does.", p.V.Latent, "latent")
	add("lived-with", "Accepted", "", p.V.Accepted, "accepted")
	p.countLevels()
	p.setFilters()
}

func (p *page) finding(f *finding.Finding, state string, picture *dataflow.Picture) pageFinding {
	if state == "open" && f.Status == "new" {
		state = "new"
	}
	out := pageFinding{
		F: f, Anchor: plain.Line(f.ID), State: state, OwnerLines: ownerLines(f.Owners), PartOf: capital(partOf(f, p.V)),
		File: plain.Line(f.Location.File), Spot: p.spot(f, picture), Snippets: append(snippets(f.Fix), shown(f.Match.Snippet)...),
	}
	if f.Threat != nil {
		out.Area = plain.Line(path.Base(path.Dir(f.Threat.File)))
		out.Harm = plain.Line(f.Threat.Stride)
		if h, ok := wording.HarmOf(f.Threat.Stride); ok {
			out.HarmWord = h.Word
		}
	}
	return out
}

// spot is where on the page the diagram shows a finding's element.
func (p *page) spot(f *finding.Finding, picture *dataflow.Picture) string {
	if n := picture.Parts[f.Match.On]; n != nil {
		return n.Key
	}
	return ""
}

// ownerLines joins names by line breaks, which no name has any more.
func ownerLines(names []string) string {
	var all []string
	for _, n := range names {
		all = append(all, plain.Line(n))
	}
	return strings.Join(all, "\n")
}

var quoted = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`)

// snippets are the lines of code that a fix names between quotes, as they are
// to be written. Single words stay in the sentence only.
func snippets(fix string) []string {
	var all []string
	for _, m := range quoted.FindAllStringSubmatch(fix, -1) {
		code := strings.ReplaceAll(m[1], `\"`, `"`)
		if strings.Contains(code, " = ") || strings.Contains(code, "{") {
			all = append(all, plain.Line(code))
		}
	}
	return all
}

// shown is text to copy as one snippet; none where there is no text.
func shown(text string) []string {
	if text == "" {
		return nil
	}
	return []string{strings.Join(lines(text), "\n")}
}

// lines are those of text to copy, as they are but for what would steer a reader.
func lines(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		all = append(all, plain.Line(strings.TrimSuffix(line, "\n")))
	}
	return all
}

func (p *page) countLevels() {
	for _, l := range levels() {
		n := 0
		for _, g := range p.Groups {
			for _, f := range g.Findings {
				if f.F.Rating.Level == l {
					n++
				}
			}
		}
		p.Levels = append(p.Levels, levelCount{l, n})
	}
}

// setFilters offers the values that the findings have, and no filter that has
// nothing to choose.
func (p *page) setFilters() {
	p.addFilter("by-owner", "Owner", "owners", func(f pageFinding) []string { return strings.Split(f.OwnerLines, "\n") }, func(v string) string { return v })
	p.addFilter("by-harm", "Harm", "harm", func(f pageFinding) []string { return []string{f.Harm} }, func(v string) string {
		h, known := wording.HarmOf(v)
		if !known {
			return v
		}
		return h.Word
	})
	p.addFilter("by-area", "Area", "area", func(f pageFinding) []string { return []string{f.Area} }, wording.Area)
	p.addFilter("by-file", "File", "file", func(f pageFinding) []string { return []string{f.File} }, func(v string) string { return v })
	p.addFilter("by-state", "State", "status", func(f pageFinding) []string { return []string{f.State} }, func(v string) string { return v })
}

func (p *page) addFilter(id, name, field string, values func(pageFinding) []string, word func(string) string) {
	var found []string
	for _, g := range p.Groups {
		for _, f := range g.Findings {
			found = append(found, values(f)...)
		}
	}
	slices.Sort(found)
	found = slices.DeleteFunc(slices.Compact(found), func(v string) bool { return v == "" || v == "." })
	if len(found) < 2 {
		return
	}
	f := filter{ID: id, Name: name, Field: field}
	for _, v := range found {
		f.Options = append(f.Options, option{v, word(v)})
	}
	slices.SortStableFunc(f.Options, func(a, b option) int { return strings.Compare(a.Name, b.Name) })
	p.Filters = append(p.Filters, f)
}
