package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

//go:embed page
var pageFiles embed.FS

// HTML writes one page that needs nothing else: no network, no other file. Its
// content policy lets only the page's own style and script run.
func HTML(w io.Writer, r *finding.Report) error {
	t, err := template.New("page.html").Funcs(pageFuncs()).ParseFS(pageFiles, "page/page.html")
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	p, err := newPage(r)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write HTML: %w", err)
	}
	return nil
}

// pageFuncs say things in words. Their results are escaped by the template.
func pageFuncs() template.FuncMap {
	return template.FuncMap{
		"line":     plain.Line,
		"sentence": plain.Sentence,
		"place":    plain.Place,
		"where":    place,
		"called":   plain.End,
		"said":     said,
		"rating":   plain.Rating,
		"gap":      plain.Gap,
		"evidence": evidenceNote,
		"choke":    chokePoint,
		"step":     func(s model.Step) string { return stepSentence(&s) },
		"score":    func(r risk.Rating) string { return fmt.Sprintf("%.1f", r.Score) },
		"join":     func(list []string) string { return plain.Line(strings.Join(list, ", ")) },
		"inc":      func(i int) int { return i + 1 },
	}
}

// said is what an owner says of data, and whether they have said it.
func said(d *model.DataAsset, rating string, value int) string {
	word := plain.Impact(value)
	if !d.Declared || slices.Contains(d.Assumed, rating) {
		word += " (assumed)"
	}
	return word
}

// page is what the template shows.
type page struct {
	V             *overview
	Policy        string
	Style         template.CSS
	Script        template.JS
	Words         []string
	Tiles         []tile
	Parts         []part
	Changes       []model.ChokePoint
	PathCount     string
	Diagram       template.HTML
	Hidden        int
	Arrows        []string
	Levels        []risk.Level
	Findings      []pageFinding
	Owners        []ownerRow
	Data          []*model.DataAsset
	Questions     []*model.Question
	Lost, Inexact []*model.Gap
	InexactCount  string
	Footprint     string
}

type tile struct {
	Class, Number, Name string
}

// part is a section that the page has.
type part struct{ ID, Name string }

type pageFinding struct {
	F          *finding.Finding
	Anchor     string
	State      string
	OwnerLines string
	PartOf     string
}

func newPage(r *finding.Report) (*page, error) {
	v := newOverview(r)
	style, err := pageFiles.ReadFile("page/page.css")
	if err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	script, err := pageFiles.ReadFile("page/page.js")
	if err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	paths := ratedPaths(v.Report)
	d := newDiagram(v.System)
	p := &page{
		V:      v,
		Policy: "default-src 'none'; style-src " + digest(style) + "; script-src " + digest(script) + "; base-uri 'none'; form-action 'none'",
		// Both are files of ours, not a source's text.
		Style: template.CSS(style), Script: template.JS(script),
		Words: inWords(v), Tiles: tiles(v),
		Changes: chokePoints(paths), PathCount: plain.Count(len(paths), "path"),
		Diagram: svg(d), Hidden: d.hidden, Arrows: arrows(d),
		Levels: levels(), Findings: pageFindings(v), Owners: ownerRows(v),
		Data: v.System.DataAssets, Questions: openQuestions(v.System), Footprint: footprint(v.Report),
	}
	p.Lost, p.Inexact = v.lost()
	p.InexactCount = plain.Count(len(p.Inexact), "part")
	p.Parts = p.parts()
	return p, nil
}

// digest is a content's name in a content security policy.
func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func (p *page) parts() []part {
	var all []part
	add := func(there bool, id, name string) {
		if there {
			all = append(all, part{id, name})
		}
	}
	add(len(p.V.Paths) > 0, "paths", "Ways to what matters")
	add(len(p.Changes) > 0, "changes", "Changes that close the most")
	add(p.Diagram != "", "system", "The system")
	add(true, "threats", "Threats by risk")
	add(len(p.Owners) > 0, "owners", "Owners")
	add(len(p.Data) > 0, "data", "What matters here")
	add(len(p.V.Accepted) > 0, "accepted", "Accepted")
	add(len(p.Questions) > 0, "questions", "Questions to owners")
	add(true, "gaps", "What was not analysed")
	return all
}

// inWords is the report in three sentences.
func inWords(v *overview) []string {
	var words []string
	switch open := v.open(); {
	case len(v.Paths) > 0:
		words = append(words, fmt.Sprintf("%s from where attackers start to what matters. The worst: %s", lead(len(v.Paths)), plain.Sentence(v.Paths[0].Sentence)))
	case len(open) > 0:
		words = append(words, "No whole way to what matters was found. The highest risk: "+plain.Sentence(open[0].Sentence))
	default:
		words = append(words, "No threats were found in what was read.")
	}
	if points := chokePoints(ratedPaths(v.Report)); len(points) > 0 {
		c := points[0]
		words = append(words, fmt.Sprintf("The change that helps most: %s It closes %s.", plain.Sentence(c.Change), plain.Count(len(c.Closes), "path")))
	}
	if n := len(openQuestions(v.System)); n > 0 {
		words = append(words, plain.Count(n, "answer")+" from owners could change these levels.")
	}
	return words
}

func lead(n int) string {
	if n == 1 {
		return "One way leads"
	}
	return plain.Number(n) + " ways lead"
}

func tiles(v *overview) []tile {
	s := summarize(v)
	all := []tile{
		{"critical", plain.Number(s.Critical), "critical"}, {"high", plain.Number(s.High), "high"},
		{"medium", plain.Number(s.Medium), "medium"}, {"low", plain.Number(s.Low), "low"},
	}
	all = append(all, tile{"", plain.Number(s.Accepted), "accepted"})
	lost, _ := v.lost()
	return append(all, tile{"", plain.Number(len(lost)), "not analysed"})
}

// pageFindings lists what is no path: open by risk, then latent, then accepted.
func pageFindings(v *overview) []pageFinding {
	var all []pageFinding
	add := func(f *finding.Finding, state string) {
		all = append(all, pageFinding{f, plain.Line(f.ID), state, ownerLines(f.Owners), capital(partOf(f, v))})
	}
	for _, g := range v.Groups {
		for _, f := range g.Findings {
			state := "open"
			if f.Status == "new" {
				state = "new"
			}
			add(f, state)
		}
	}
	for _, f := range v.Latent {
		add(f, "latent")
	}
	for _, f := range v.Accepted {
		add(f, "accepted")
	}
	return all
}

// ownerLines joins names by line breaks, which no name has any more.
func ownerLines(names []string) string {
	var all []string
	for _, n := range names {
		all = append(all, plain.Line(n))
	}
	return strings.Join(all, "\n")
}
