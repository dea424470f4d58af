package report

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/dataflow"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/report/wording"
	"github.com/threatvet/threatvet/internal/risk"
)

// waysOf are the paths as the page numbers them.
func waysOf(v *overview) []dataflow.Way {
	var ways []dataflow.Way
	for i, f := range v.Paths {
		ways = append(ways, dataflow.Way{Number: i + 1, Path: f.Path})
	}
	return ways
}

// legend explains a sign of the diagram.
type legend struct{ Sign, Word string }

// placeList is the parts inside of one trust boundary.
type placeList struct {
	Title, Count string
	Rows         []partRow
}

type partRow struct {
	Anchor, ID, Kind, Reach, Owners string
	Threats                         []threatLink
	More                            int
}

type threatLink struct {
	Anchor, ID string
	Level      risk.Level
}

// mostParts is how many parts the page lists, and mostThreats how many threats
// beside each.
const (
	mostParts   = 2500
	mostThreats = 6
)

// draw adds the diagram and what it shows, in words.
func (p *page) draw(picture *dataflow.Picture) {
	if len(picture.Nodes) == 0 {
		return
	}
	p.Diagram = template.HTML(picture.SVG(dataflow.Links{Node: func(n *dataflow.Node) string {
		if anchor := p.names.anchor[n.ID]; anchor != "" {
			return "#" + anchor
		}
		if len(n.Paths) > 0 {
			return "#" + plain.Line(p.V.Paths[n.Paths[0]-1].ID)
		}
		return "#after-diagram"
	}}))
	p.Hidden = picture.Left
	p.Legend = []legend{
		{dataflow.Sign(dataflow.Process), "something that works"}, {dataflow.Sign(dataflow.Store), "something that keeps data"},
		{dataflow.Sign(dataflow.Gateway), "something that lets through"}, {dataflow.Sign(dataflow.Identity), "an identity with rights"},
		{dataflow.Sign(dataflow.Person), "someone outside"},
	}
	for _, e := range picture.Edges {
		p.Arrows = append(p.Arrows, arrow(e))
	}
	p.listParts()
}

// arrow says an arrow in words, for those who cannot see it.
func arrow(e *dataflow.Edge) string {
	verb, detail := " sends data to ", e.Words()
	if e.Attack {
		verb, detail = " leads an attacker to ", "step "+strings.Join(e.Steps, ", ")
	}
	if e.Reach {
		verb = " can reach "
	}
	text := e.From.Label + verb + e.To.Label
	if detail != "" {
		text += " (" + detail + ")"
	}
	return text
}

// listParts lists all parts by their boundary.
func (p *page) listParts() {
	threats := threatsOf(p.V)
	zones := map[string]*model.Zone{}
	for _, z := range p.V.System.Zones {
		zones[z.ID] = z
	}
	byZone := map[string][]partRow{}
	var order []string
	elements := p.V.System.Elements
	for _, e := range elements[:min(len(elements), mostParts)] {
		if byZone[e.Zone] == nil {
			order = append(order, e.Zone)
		}
		row := partRow{
			Anchor: p.names.anchor[e.ID], ID: plain.Line(e.ID), Kind: wording.KindOf(e.Kind).Word,
			Reach: reach(e.Exposure), Owners: plain.Line(strings.Join(e.Owners, ", ")), Threats: threats[e.ID],
		}
		if n := len(row.Threats) - mostThreats; n > 0 {
			row.Threats, row.More = row.Threats[:mostThreats], n
		}
		byZone[e.Zone] = append(byZone[e.Zone], row)
	}
	for _, zone := range order {
		title := "Not in any trust boundary"
		if zones[zone] != nil {
			title = zoneTitle(zone, zones)
		}
		p.Places = append(p.Places, placeList{title, plain.Count(len(byZone[zone]), "part"), byZone[zone]})
	}
	p.PartCount = plain.Number(len(elements))
	if n := len(elements) - mostParts; n > 0 {
		p.PartsLeft = capital(plain.Count(n, "further part")) + " are not listed: threatvet model lists all."
	}
}

// zoneTitle names a boundary from the outside in, the internet left out.
func zoneTitle(id string, zones map[string]*model.Zone) string {
	var parts []string
	for range 10 {
		z := zones[id]
		if z == nil || z.Kind == "internet" && len(parts) > 0 {
			break
		}
		name := plain.Cut(plain.Line(z.Name), 60)
		if word := wording.Zone(z.Kind); z.Name == z.Kind {
			name = capital(word)
		} else {
			name += " (" + word + ")"
		}
		parts = append([]string{name}, parts...)
		id = z.Parent
	}
	return strings.Join(parts, " / ")
}

// reach says an exposure in words.
func reach(x model.Exposure) string {
	switch x.Level {
	case model.ExposureInternet:
		return "anyone on the internet"
	case model.ExposureAuthenticated:
		return "anyone with a login"
	case model.ExposurePartner:
		return "known addresses outside"
	case model.ExposureInternal:
		return "the inside only"
	case model.ExposurePrivileged:
		return "administrators only"
	case model.ExposureNone:
		return "nobody"
	}
	return "not known"
}

// threatsOf lists the open findings of each element, the worst first.
func threatsOf(v *overview) map[string][]threatLink {
	all := map[string][]threatLink{}
	add := func(f *finding.Finding) {
		link := threatLink{plain.Line(f.ID), plain.Line(f.ThreatID), f.Rating.Level}
		seen := map[string]bool{}
		for _, id := range append([]string{f.Match.On}, f.Instances...) {
			if !seen[id] {
				all[id] = append(all[id], link)
			}
			seen[id] = true
		}
	}
	for _, g := range v.Groups {
		for _, f := range g.Findings {
			add(f)
		}
	}
	for _, f := range v.Latent {
		add(f)
	}
	return all
}

// anchorOf is the id of an element's row in the list of parts.
func anchorOf(i int) string { return fmt.Sprintf("part-%d", i+1) }
