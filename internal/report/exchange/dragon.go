package exchange

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/dataflow"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

// The parts of Threat Dragon's second format that are written.
type (
	dragon struct {
		Version string        `json:"version"`
		Summary dragonSummary `json:"summary"`
		Detail  dragonDetail  `json:"detail"`
	}
	dragonSummary struct {
		Title       string `json:"title"`
		Owner       string `json:"owner"`
		Description string `json:"description"`
		ID          int    `json:"id"`
	}
	dragonDetail struct {
		Contributors []struct{}      `json:"contributors"`
		Diagrams     []dragonDiagram `json:"diagrams"`
		DiagramTop   int             `json:"diagramTop"`
		Reviewer     string          `json:"reviewer"`
		ThreatTop    int             `json:"threatTop"`
	}
	dragonDiagram struct {
		ID          int          `json:"id"`
		Title       string       `json:"title"`
		DiagramType string       `json:"diagramType"`
		Placeholder string       `json:"placeholder"`
		Thumbnail   string       `json:"thumbnail"`
		Version     string       `json:"version"`
		Cells       []dragonCell `json:"cells"`
	}
	dragonCell struct {
		ID        string         `json:"id"`
		Shape     string         `json:"shape"`
		ZIndex    int            `json:"zIndex"`
		Visible   bool           `json:"visible"`
		Position  *dragonPoint   `json:"position,omitempty"`
		Size      *dragonSize    `json:"size,omitempty"`
		Attrs     map[string]any `json:"attrs"`
		Connector string         `json:"connector,omitempty"`
		Source    *dragonEnd     `json:"source,omitempty"`
		Target    *dragonEnd     `json:"target,omitempty"`
		Labels    []any          `json:"labels,omitempty"`
		Data      dragonData     `json:"data"`
	}
	dragonPoint struct {
		X int `json:"x"`
		Y int `json:"y"`
	}
	dragonSize struct {
		Width  int `json:"width"`
		Height int `json:"height"`
	}
	dragonEnd struct {
		Cell string `json:"cell"`
	}
	dragonData struct {
		Type            string         `json:"type"`
		Name            string         `json:"name"`
		Description     string         `json:"description"`
		IsTrustBoundary bool           `json:"isTrustBoundary"`
		OutOfScope      bool           `json:"outOfScope"`
		HasOpenThreats  bool           `json:"hasOpenThreats"`
		Protocol        string         `json:"protocol,omitempty"`
		IsEncrypted     *bool          `json:"isEncrypted,omitempty"`
		Threats         []dragonThreat `json:"threats"`
	}
	dragonThreat struct {
		ID          string `json:"id"`
		Title       string `json:"title"`
		Status      string `json:"status"`
		Severity    string `json:"severity"`
		Type        string `json:"type"`
		Description string `json:"description"`
		Mitigation  string `json:"mitigation"`
		ModelType   string `json:"modelType"`
		Number      int    `json:"number"`
		Score       string `json:"score"`
		New         bool   `json:"new"`
	}
)

// dragonVersion is the version of the format, as the tool writes it.
const dragonVersion = "2.3.0"

// ThreatDragon writes the model as one diagram of OWASP Threat Dragon, version 2,
// with each finding as a threat of the box that it is about.
func ThreatDragon(w io.Writer, r *finding.Report) error {
	picture := dataflow.NewWhole(r)
	threats, top := dragonThreats(r, picture)
	doc := dragon{
		Version: dragonVersion,
		Summary: dragonSummary{Title: "System", Description: "Derived from its sources by threatvet."},
		Detail: dragonDetail{
			Contributors: []struct{}{}, DiagramTop: 1, ThreatTop: top,
			Diagrams: []dragonDiagram{{
				Title: "The system", DiagramType: "STRIDE", Placeholder: "The parts of the system and what flows between them",
				Thumbnail: "./public/content/images/thumbnail.stride.jpg", Version: dragonVersion, Cells: dragonCells(picture, threats),
			}},
		},
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(doc); err != nil {
		return fmt.Errorf("write Threat Dragon's model: %w", err)
	}
	return nil
}

// uuid is an id in the form that Threat Dragon uses, the same for the same name.
func uuid(name string) string {
	sum := sha256.Sum256([]byte("threatvet " + name))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80 // version 8: made by a rule of one's own
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[0:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// dragonThreats lists the threats of each box, and the highest number.
func dragonThreats(r *finding.Report, picture *dataflow.Picture) (map[*dataflow.Node][]dragonThreat, int) {
	all := map[*dataflow.Node][]dragonThreat{}
	number := 0
	for _, f := range r.Findings {
		for _, n := range boxesOf(f, picture) {
			number++
			all[n] = append(all[n], dragonThreatOf(f, n, number))
		}
	}
	return all, number
}

// wholeSystem has the threats that are about no single part.
var wholeSystem = &dataflow.Node{ID: "whole system", Label: "The system as a whole", Shape: dataflow.Process}

func boxesOf(f *finding.Finding, picture *dataflow.Picture) []*dataflow.Node {
	var all []*dataflow.Node
	for _, id := range about(f) {
		if n := picture.Parts[id]; n != nil && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	if len(all) == 0 {
		return []*dataflow.Node{wholeSystem}
	}
	return all
}

func dragonThreatOf(f *finding.Finding, n *dataflow.Node, number int) dragonThreat {
	t := dragonThreat{
		ID: uuid(f.ID + " " + n.ID), Title: plain.Line(f.Title), Status: "Open", Severity: dragonSeverity(f.Rating.Level),
		Description: plain.Sentence(f.Sentence), Mitigation: plain.Sentence(f.Fix), ModelType: "STRIDE", Number: number,
		Score: fmt.Sprintf("%.1f", f.Rating.Score),
	}
	stride := ""
	if f.Threat != nil {
		stride = f.Threat.Stride
	}
	t.Type = harmOf(stride).Dragon
	if a := f.Acceptance; f.Accepted() {
		t.Status = "Accepted"
		t.Mitigation += " Accepted by " + plain.Line(a.Owner) + plain.Line(a.Ends()) + ": " + plain.Sentence(a.Reason)
	}
	return t
}

func dragonSeverity(l risk.Level) string {
	switch l {
	case risk.Critical:
		return "Critical"
	case risk.High:
		return "High"
	case risk.Medium:
		return "Medium"
	}
	return "Low"
}

func dragonCells(picture *dataflow.Picture, threats map[*dataflow.Node][]dragonThreat) []dragonCell {
	cells := []dragonCell{}
	for _, f := range picture.Frames() {
		cells = append(cells, dragonCell{
			ID: uuid("zone " + f.ID), Shape: "trust-boundary-box", ZIndex: -20 + f.Depth, Visible: true,
			Position: &dragonPoint{f.X, f.Y}, Size: &dragonSize{f.Width, f.Height},
			Attrs: map[string]any{"label": map[string]any{"text": f.Title}},
			Data:  dragonData{Type: "tm.BoundaryBox", Name: f.Title, IsTrustBoundary: true, Threats: []dragonThreat{}},
		})
	}
	boxes := picture.Boxes()
	if len(threats[wholeSystem]) > 0 {
		boxes = append(boxes, dataflow.Box{Node: wholeSystem, Y: -100, Width: 200, Height: 60})
	}
	for _, b := range boxes {
		own := threats[b.Node]
		kind := dragonKind(b.Node.Shape)
		cells = append(cells, dragonCell{
			ID: uuid(b.Node.ID), Shape: strings.ToLower(kind), ZIndex: 1, Visible: true,
			Position: &dragonPoint{b.X, b.Y}, Size: &dragonSize{b.Width, b.Height},
			Attrs: map[string]any{"text": map[string]any{"text": b.Node.Label}, "body": map[string]any{"stroke": "#333333", "strokeWidth": 1.5, "strokeDasharray": ""}},
			Data: dragonData{
				Type: "tm." + kind, Name: b.Node.Label, Description: strings.TrimPrefix(b.Node.Kind+": "+plain.Line(b.Node.ID), ": "),
				HasOpenThreats: isOpen(own), Threats: append([]dragonThreat{}, own...),
			},
		})
	}
	for _, e := range picture.Edges {
		if !e.Attack {
			cells = append(cells, dragonFlow(e))
		}
	}
	return cells
}

func isOpen(threats []dragonThreat) bool {
	for _, t := range threats {
		if t.Status == "Open" {
			return true
		}
	}
	return false
}

func dragonKind(s dataflow.Shape) string {
	switch s {
	case dataflow.Store:
		return "Store"
	case dataflow.Person, dataflow.Identity:
		return "Actor"
	}
	return "Process"
}

func dragonFlow(e *dataflow.Edge) dragonCell {
	name := e.Words()
	if name == "" {
		name = "data"
	}
	var encrypted *bool
	if e.Clear {
		encrypted = new(bool)
	}
	return dragonCell{
		ID: uuid("flow " + e.From.ID + " " + e.To.ID), Shape: "flow", ZIndex: 10, Visible: true, Connector: "smooth",
		Source: &dragonEnd{uuid(e.From.ID)}, Target: &dragonEnd{uuid(e.To.ID)},
		Attrs:  map[string]any{"line": map[string]any{"stroke": "#333333", "strokeWidth": 1.5, "strokeDasharray": "", "sourceMarker": map[string]any{"name": ""}, "targetMarker": map[string]any{"name": "block"}}},
		Labels: []any{map[string]any{"attrs": map[string]any{"labelText": map[string]any{"text": name}}}},
		Data:   dragonData{Type: "tm.Flow", Name: name, Protocol: e.Label, IsEncrypted: encrypted, Threats: []dragonThreat{}},
	}
}
