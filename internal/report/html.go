package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/dataflow"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/report/wording"
	"github.com/threatvet/threatvet/internal/risk"
)

//go:embed page
var pageFiles embed.FS

// HTML writes one page that needs nothing else: no network, no other file. Its
// content policy lets only the page's own style and script run.
func HTML(w io.Writer, r *finding.Report) error {
	p, err := newPage(r)
	if err != nil {
		return err
	}
	t, err := template.New("page.html").Funcs(p.funcs()).ParseFS(pageFiles, "page/page.html")
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	var b bytes.Buffer
	// The glossary explains the words that the page turns out to use.
	for range 2 {
		b.Reset()
		if err := t.Execute(&b, p); err != nil {
			return fmt.Errorf("page: %w", err)
		}
		p.explain(b.Bytes())
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write HTML: %w", err)
	}
	return nil
}

// funcs say things in words. Their results are escaped by the template, or hold
// nothing but escaped text and links into the page.
func (p *page) funcs() template.FuncMap {
	return template.FuncMap{
		"line":       plain.Line,
		"sentence":   plain.Sentence,
		"place":      plain.Place,
		"where":      place,
		"said":       said,
		"rating":     plain.Rating,
		"gap":        plain.Gap,
		"evidence":   evidenceNote,
		"short":      p.names.short,
		"names":      p.names.link,
		"chokes":     chokePoint,
		"capital":    capital,
		"steps":      func(s model.Step) template.HTML { return p.names.link(stepSentence(&s)) },
		"score":      func(r risk.Rating) string { return fmt.Sprintf("%.1f", r.Score) },
		"join":       func(list []string) string { return plain.Line(strings.Join(list, ", ")) },
		"inc":        func(i int) int { return i + 1 },
		"deed":       func(w *model.Path) string { return storyOf(w, p.V.System) },
		"further":    further,
		"outcomes":   outcomes,
		"references": references,
	}
}

// page is what the template shows.
type page struct {
	V             *overview
	Policy        string
	Style         template.CSS
	Script        template.JS
	Lead          string
	Tiles         []tile
	Parts         []part
	Harms         []harm
	NoHarm        string
	FirstChanges  []model.ChokePoint
	NoChange      string
	Unsure        []string
	HowRated      string
	Changes       []model.ChokePoint
	PathCount     string
	Diagram       template.HTML
	Hidden        int
	Legend        []legend
	Arrows        []string
	Places        []placeList
	PartCount     string
	PartsLeft     string
	Levels        []levelCount
	Filters       []filter
	Groups        []findingGroup
	Owners        []ownerRow
	Unowned       string
	Data          []*model.DataAsset
	Questions     []*model.Question
	Lost, Inexact []*model.Gap
	InexactCount  string
	Glossary      []wording.Term
	Footprint     string

	names *names
}

// part is a section that the page has.
type part struct{ ID, Name string }

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
	p := &page{
		V:      v,
		Policy: "default-src 'none'; style-src " + digest(style) + "; script-src " + digest(script) + "; base-uri 'none'; form-action 'none'",
		// Both are files of ours, not a source's text.
		Style: template.CSS(style), Script: template.JS(script),
		Tiles: tiles(v), Owners: ownerRows(v), Unowned: unowned(v), Data: byWorth(v.System.DataAssets),
		Questions: openQuestions(v.System), Footprint: footprint(v.Report), names: newNames(v.System),
	}
	p.Lost, p.Inexact = v.lost()
	p.InexactCount = plain.Count(len(p.Inexact), "part")
	picture := dataflow.New(v.Report, waysOf(v))
	p.draw(picture)
	p.addFindings(picture)
	p.summarise()
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
	add(true, "summary", "In short")
	add(p.Diagram != "", "system", "The system")
	add(len(p.V.Paths) > 0, "paths", "Ways to what matters")
	add(len(p.Changes) > 0, "changes", "Changes that close the most")
	add(true, "threats", "Threats by risk")
	add(len(p.Owners) > 0, "owners", "Owners")
	add(len(p.Data) > 0, "data", "What matters here")
	add(len(p.V.Accepted) > 0, "accepted", "Accepted")
	add(len(p.Questions) > 0, "questions", "Questions to owners")
	add(true, "gaps", "What was not analysed")
	add(true, "glossary", "What the words mean")
	return all
}

// explain fills the glossary with the terms that the finished page uses outside
// of its glossary. Names from the sources are not words.
func (p *page) explain(finished []byte) {
	p.Glossary = wording.Explained(prose(finished))
}
