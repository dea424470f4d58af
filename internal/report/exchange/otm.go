package exchange

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// The parts of an Open Threat Model 0.2.0 that are written. Ratings are 0 to 100.
type (
	otm struct {
		Version         string          `json:"otmVersion"`
		Project         otmProject      `json:"project"`
		Representations []otmView       `json:"representations"`
		Assets          []otmAsset      `json:"assets"`
		TrustZones      []otmZone       `json:"trustZones"`
		Components      []otmComponent  `json:"components"`
		Dataflows       []otmFlow       `json:"dataflows"`
		Threats         []otmThreat     `json:"threats"`
		Mitigations     []otmMitigation `json:"mitigations"`
	}
	otmProject struct {
		Name string `json:"name"`
		ID   string `json:"id"`
	}
	otmView struct {
		Name string `json:"name"`
		ID   string `json:"id"`
		Type string `json:"type"`
	}
	otmAsset struct {
		Name        string       `json:"name"`
		ID          string       `json:"id"`
		Description string       `json:"description,omitempty"`
		Risk        otmAssetRisk `json:"risk"`
	}
	otmAssetRisk struct {
		Confidentiality int `json:"confidentiality"`
		Integrity       int `json:"integrity"`
		Availability    int `json:"availability"`
	}
	otmZone struct {
		ID     string     `json:"id"`
		Name   string     `json:"name"`
		Type   string     `json:"type"`
		Risk   otmTrust   `json:"risk"`
		Parent *otmParent `json:"parent,omitempty"`
	}
	otmTrust struct {
		Rating int `json:"trustRating"`
	}
	otmParent struct {
		TrustZone string `json:"trustZone,omitempty"`
		Component string `json:"component,omitempty"`
	}
	otmComponent struct {
		ID              string       `json:"id"`
		Name            string       `json:"name"`
		Type            string       `json:"type"`
		Parent          otmParent    `json:"parent"`
		Representations []otmPlace   `json:"representations,omitempty"`
		Assets          *otmHeld     `json:"assets,omitempty"`
		Threats         []otmApplied `json:"threats,omitempty"`
		Tags            []string     `json:"tags,omitempty"`
	}
	otmPlace struct {
		Representation string `json:"representation"`
		ID             string `json:"id"`
		File           string `json:"file"`
		Line           int    `json:"line,omitempty"`
	}
	otmHeld struct {
		Processed []string `json:"processed,omitempty"`
		Stored    []string `json:"stored,omitempty"`
	}
	otmApplied struct {
		Threat      string         `json:"threat"`
		State       string         `json:"state"`
		Mitigations []otmMitigated `json:"mitigations"`
	}
	otmMitigated struct {
		Mitigation string `json:"mitigation"`
		State      string `json:"state"`
	}
	otmFlow struct {
		ID          string   `json:"id"`
		Name        string   `json:"name"`
		Source      string   `json:"source"`
		Destination string   `json:"destination"`
		Assets      []string `json:"assets,omitempty"`
		Tags        []string `json:"tags,omitempty"`
	}
	otmThreat struct {
		ID          string   `json:"id"`
		Name        string   `json:"name"`
		Description string   `json:"description"`
		Categories  []string `json:"categories"`
		CWEs        []string `json:"cwes,omitempty"`
		Risk        otmRisk  `json:"risk"`
	}
	otmRisk struct {
		Likelihood int `json:"likelihood"`
		Impact     int `json:"impact"`
	}
	otmMitigation struct {
		ID            string `json:"id"`
		Name          string `json:"name"`
		RiskReduction int    `json:"riskReduction"`
	}
)

// source is the id of the one representation: the files that the model is from.
const source = "source"

// nowhere is the zone of what lies in none that is known.
const nowhere = "unplaced"

// OTM writes the model as Open Threat Model 0.2.0, every finding as a threat of
// the components that it is about.
func OTM(w io.Writer, r *finding.Report) error {
	sys := r.System
	doc := otm{
		Version: "0.2.0", Project: otmProject{Name: "System", ID: "system"},
		Representations: []otmView{{"Source code", source, "code"}},
		Assets:          []otmAsset{}, TrustZones: otmZones(sys), Components: otmComponents(r), Dataflows: []otmFlow{},
		Threats: []otmThreat{}, Mitigations: []otmMitigation{},
	}
	for _, d := range sys.DataAssets {
		doc.Assets = append(doc.Assets, otmAsset{
			Name: plain.Line(d.Name), ID: d.ID, Description: plain.Line(d.Because),
			Risk: otmAssetRisk{percent(d.Confidentiality), percent(d.Integrity), percent(d.Availability)},
		})
	}
	known := map[string]bool{}
	for _, c := range doc.Components {
		known[c.ID] = true
	}
	for _, f := range sys.Flows {
		if known[f.From] && known[f.To] {
			doc.Dataflows = append(doc.Dataflows, otmFlow{ID: f.ID, Name: flowName(f), Source: f.From, Destination: f.To, Assets: f.Data, Tags: encryptionTag(f)})
		}
	}
	for _, f := range r.Findings {
		doc.Threats = append(doc.Threats, otmThreatOf(f))
		doc.Mitigations = append(doc.Mitigations, otmMitigation{"fix-" + f.ID, plain.Line(f.Fix), 100})
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(doc); err != nil {
		return fmt.Errorf("write Open Threat Model: %w", err)
	}
	return nil
}

// percent turns an owner's rating of 0 to 4 into OTM's 0 to 100.
func percent(rating int) int { return min(max(rating, 0), 4) * 25 }

func otmZones(sys *model.System) []otmZone {
	known := map[string]bool{}
	for _, z := range sys.Zones {
		known[z.ID] = true
	}
	zones := []otmZone{{ID: nowhere, Name: "Not in a known place", Type: nowhere, Risk: otmTrust{50}}}
	if !known["internet"] {
		zones = append(zones, otmZone{ID: "internet", Name: "Internet", Type: "internet"})
	}
	for _, z := range sys.Zones {
		zone := otmZone{ID: z.ID, Name: plain.Line(z.Name), Type: plain.Line(z.Kind), Risk: otmTrust{percent(z.Trust)}}
		if known[z.Parent] {
			zone.Parent = &otmParent{TrustZone: z.Parent}
		}
		zones = append(zones, zone)
	}
	return zones
}

func otmComponents(r *finding.Report) []otmComponent {
	sys := r.System
	known, zones := map[string]bool{}, map[string]bool{}
	for _, e := range sys.Elements {
		known[e.ID] = true
	}
	for _, z := range sys.Zones {
		zones[z.ID] = true
	}
	threats := appliedTo(r)
	components := []otmComponent{}
	for _, id := range outsiders(sys, known) {
		components = append(components, otmComponent{ID: id, Name: plain.End(id), Type: "actor", Parent: otmParent{TrustZone: "internet"}})
	}
	for _, e := range sys.Elements {
		c := otmComponent{ID: e.ID, Name: plain.Line(e.Name), Type: plain.Line(e.Kind), Parent: otmParent{TrustZone: nowhere}, Threats: threats[e.ID]}
		if c.Name == "" {
			c.Name = plain.Line(e.ID)
		}
		switch {
		case known[e.PartOf] && e.PartOf != e.ID:
			c.Parent = otmParent{Component: e.PartOf}
		case zones[e.Zone]:
			c.Parent = otmParent{TrustZone: e.Zone}
		}
		if e.Location.File != "" {
			c.Representations = []otmPlace{{source, "at-" + e.ID, plain.Line(e.Location.File), e.Location.Line}}
		}
		if len(e.Stores)+len(e.Process) > 0 {
			c.Assets = &otmHeld{e.Process, e.Stores}
		}
		if e.Exposure.Level != "" {
			c.Tags = []string{"exposure: " + e.Exposure.Level}
		}
		components = append(components, c)
	}
	return components
}

// outsiders are the ends of flows that are no elements, such as the internet.
func outsiders(sys *model.System, known map[string]bool) []string {
	var all []string
	seen := map[string]bool{}
	for _, f := range sys.Flows {
		for _, id := range []string{f.From, f.To} {
			if id != "" && !known[id] && !seen[id] && !strings.Contains(id, ".") {
				seen[id] = true
				all = append(all, id)
			}
		}
	}
	return all
}

// appliedTo lists the findings of each element.
func appliedTo(r *finding.Report) map[string][]otmApplied {
	all := map[string][]otmApplied{}
	for _, f := range r.Findings {
		state := "exposed"
		if f.Accepted() {
			state = "accepted"
		}
		for _, id := range about(f) {
			all[id] = append(all[id], otmApplied{f.ID, state, []otmMitigated{{"fix-" + f.ID, "recommended"}}})
		}
	}
	return all
}

// about are the ids that a finding is about, each once. A path is about its end.
func about(f *finding.Finding) []string {
	ids := append([]string{f.Match.On}, f.Instances...)
	if f.Path != nil {
		ids = []string{f.Path.End}
	}
	var all []string
	seen := map[string]bool{}
	for _, id := range ids {
		if !seen[id] {
			all = append(all, id)
		}
		seen[id] = true
	}
	return all
}

func otmThreatOf(f *finding.Finding) otmThreat {
	t := otmThreat{
		ID: f.ID, Name: plain.Line(f.Title), Description: plain.Sentence(f.Sentence), Categories: []string{},
		Risk: otmRisk{percent(f.Rating.Likelihood), percent(f.Rating.Impact)},
	}
	if f.Threat != nil {
		t.Categories = []string{harmOf(f.Threat.Stride).OTM}
		for _, n := range f.Threat.CWE {
			t.CWEs = append(t.CWEs, fmt.Sprintf("CWE-%d", n))
		}
	}
	return t
}

func flowName(f *model.Flow) string {
	name := strings.TrimSpace(plain.Line(f.Protocol) + " " + plain.Line(f.Operation))
	if name == "" {
		return "data"
	}
	return name
}

// encryptionTag says whether a flow is encrypted, where the sources tell.
func encryptionTag(f *model.Flow) []string {
	switch {
	case f.Encryption.Is("none"), f.Encryption.Is(false):
		return []string{"not encrypted"}
	case f.Encryption.Known():
		return []string{"encrypted"}
	}
	return nil
}
