package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

// ratedPath is a path with the finding that rates it, if there is one.
type ratedPath struct {
	*model.Path
	finding *finding.Finding
	stake   string // the data at its end
}

// ratedPaths returns the paths of the system, highest risk first.
func ratedPaths(r *finding.Report) []ratedPath {
	if r.System == nil {
		return nil
	}
	byPath := map[string]*finding.Finding{}
	for _, f := range r.Findings {
		if f.Path != nil {
			for _, p := range append([]*model.Path{f.Path}, f.Others...) {
				byPath[p.ID] = f
			}
		}
	}
	var paths []ratedPath
	names := map[string]string{}
	for _, d := range r.System.DataAssets {
		names[d.ID] = d.Name
	}
	for _, p := range r.System.Paths {
		paths = append(paths, ratedPath{p, byPath[p.ID], stake(p, names)})
	}
	slices.SortStableFunc(paths, func(a, b ratedPath) int {
		return cmp.Or(cmp.Compare(b.score(), a.score()), cmp.Compare(len(a.Steps), len(b.Steps)), cmp.Compare(a.ID, b.ID))
	})
	return paths
}

func (p ratedPath) score() float64 {
	if p.finding == nil {
		return 0
	}
	return p.finding.Rating.Score
}

func (p ratedPath) level() risk.Level {
	if p.finding == nil {
		return risk.None
	}
	return p.finding.Rating.Level
}

// chokePoints joins the paths' choke points: one for each fact, with every path
// that its change closes, the most useful first.
func chokePoints(paths []ratedPath) []model.ChokePoint {
	at := map[string]int{}
	var all []model.ChokePoint
	for _, p := range paths {
		for _, c := range p.ChokePoints {
			i, known := at[c.Fact]
			if !known {
				i = len(all)
				at[c.Fact] = i
				c.Closes = slices.Clone(c.Closes)
				all = append(all, c)
			}
			all[i].Closes = append(all[i].Closes, append(slices.Clone(c.Closes), p.ID)...)
		}
	}
	for i := range all {
		slices.Sort(all[i].Closes)
		all[i].Closes = slices.Compact(all[i].Closes)
	}
	slices.SortStableFunc(all, func(a, b model.ChokePoint) int {
		return cmp.Or(cmp.Compare(len(b.Closes), len(a.Closes)), cmp.Compare(a.Fact, b.Fact))
	})
	return all
}

// PathsText tells every attack path as a story, then which changes close most.
func PathsText(w io.Writer, r *finding.Report, o TextOptions) error {
	p := newPrinter(w, o)
	paths := ratedPaths(r)
	if len(paths) == 0 {
		p.line("No path from where attackers start to what matters.")
		return p.flush()
	}
	for i, path := range paths {
		p.path(i+1, path)
	}
	if points := chokePoints(paths); len(points) > 0 {
		p.title("Changes that close the most")
		for i, c := range points {
			lead := fmt.Sprintf("%d. ", i+1)
			text := plain.Sentence(c.Change)
			if at := plain.Place(c.Location); at != "" {
				text = at + ": " + text
			}
			p.text(lead, text+" Closes "+plain.Number(len(c.Closes))+" of "+plain.Count(len(paths), "path")+".")
		}
	}
	return p.flush()
}

func (p *printer) path(number int, path ratedPath) {
	head := fmt.Sprintf("Path %d: from %s to %s", number, plain.End(path.Start), plain.Goal(path.Path))
	if l := path.level(); l != risk.None {
		head += "  " + p.paint(levelStyle(l), string(l))
	}
	if f := path.finding; f != nil && f.Accepted() {
		head += " (accepted" + plain.Line(f.Acceptance.Ends()) + ")"
	}
	p.line(p.paint(bold, head))
	if path.Begins != "" {
		p.text("  ", "Starts with "+plain.Sentence(begins(path.Path)))
	}
	p.steps(path.Steps)
	if n := path.Further; n > 0 {
		p.text("  ", "And "+plain.Count(n, "further way")+" to the same end.")
	}
	if !path.Certain {
		p.text("  ", "Not certain: a step rests on something that the sources do not decide.")
	}
	p.labelled("  ", "At stake", path.stake)
	for _, c := range path.ChokePoints {
		p.labelled("  ", "Change", chokePoint(c, path.ID))
	}
	for _, owner := range path.Owners[:min(1, len(path.Owners))] {
		people := plain.Line(owner)
		for _, o := range path.Owners[1:] {
			people += ", " + plain.Line(o)
		}
		p.labelled("  ", "People", people)
	}
	p.line("  " + p.paint(dim, plain.Line(path.ID)))
	p.blank()
}

// mostAtStake is how many data assets a path names.
const mostAtStake = 3

// stake names the data at the end of a path, by what its owners call it.
func stake(p *model.Path, names map[string]string) string {
	var list []string
	for _, id := range p.Data {
		if name := names[id]; name != "" && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	if more := len(list) - mostAtStake; more > 0 {
		return strings.Join(list[:mostAtStake], ", ") + " and " + plain.Number(more) + " more"
	}
	return strings.Join(list, ", ")
}

// begins tells who starts a path, with those whom the owners have in mind.
func begins(p *model.Path) string {
	if len(p.Attackers) == 0 {
		return p.Begins
	}
	return p.Begins + ": " + strings.Join(p.Attackers, ", ")
}

type pathsJSON struct {
	Paths       []pathJSON       `json:"paths"`
	ChokePoints []chokePointJSON `json:"choke_points"`
}

type pathJSON struct {
	ID          string     `json:"id"`
	Risk        risk.Level `json:"risk"`
	Score       float64    `json:"score"`
	Start       string     `json:"start"`
	As          string     `json:"as"`
	Attackers   []string   `json:"attackers"`
	End         string     `json:"end"`
	Gains       string     `json:"gains"`
	Further     int        `json:"further"`
	Certain     bool       `json:"certain"`
	Finding     string     `json:"finding,omitempty"`
	Accepted    bool       `json:"accepted,omitempty"`
	Data        []string   `json:"data"`
	Owners      []string   `json:"owners"`
	Steps       []stepJSON `json:"steps"`
	ChokePoints []string   `json:"choke_points"` // facts
}

type stepJSON struct {
	From      string    `json:"from"`
	To        string    `json:"to"`
	Technique string    `json:"technique"`
	Actions   []string  `json:"actions"`
	Location  placeJSON `json:"location"`
	Sentence  string    `json:"sentence"`
	Assumes   []string  `json:"assumes"`
	Weakness  string    `json:"weakness,omitempty"`
	Attack    []string  `json:"attack"`
}

type placeJSON struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

type chokePointJSON struct {
	Fact     string    `json:"fact"`
	Change   string    `json:"change"`
	Location placeJSON `json:"location"`
	Closes   []string  `json:"closes"`
}

// PathsJSON writes the attack paths and choke points as the package comment
// describes.
func PathsJSON(w io.Writer, r *finding.Report) error { return encode(w, pathsDocument(r)) }

func pathsDocument(r *finding.Report) pathsJSON {
	paths := ratedPaths(r)
	doc := pathsJSON{Paths: []pathJSON{}, ChokePoints: []chokePointJSON{}}
	for _, p := range paths {
		doc.Paths = append(doc.Paths, pathDocument(p))
	}
	for _, c := range chokePoints(paths) {
		doc.ChokePoints = append(doc.ChokePoints, chokePointJSON{c.Fact, c.Change, placeOf(c.Location), list(c.Closes)})
	}
	return doc
}

func pathDocument(p ratedPath) pathJSON {
	doc := pathJSON{
		ID: p.ID, Risk: p.level(), Score: p.score(), Certain: p.Certain,
		Start: p.Start, As: p.As, Attackers: list(p.Attackers), End: p.End, Gains: p.Gains, Further: p.Further,
		Data: list(p.Data), Owners: list(p.Owners), Steps: []stepJSON{}, ChokePoints: []string{},
	}
	if p.finding != nil {
		doc.Finding, doc.Accepted = p.finding.ID, p.finding.Accepted()
	}
	for i := range p.Steps {
		s := &p.Steps[i]
		doc.Steps = append(doc.Steps, stepJSON{
			From: s.From, To: s.To, Technique: s.Technique, Actions: list(s.Actions), Location: placeOf(s.Location),
			Sentence: stepSentence(s), Assumes: list(s.Assumes), Weakness: s.Weakness, Attack: list(s.Attack),
		})
	}
	for _, c := range p.ChokePoints {
		doc.ChokePoints = append(doc.ChokePoints, c.Fact)
	}
	return doc
}

func placeOf(l model.Location) placeJSON { return placeJSON{File: l.File, Line: l.Line} }
