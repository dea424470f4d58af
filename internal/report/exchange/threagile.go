package exchange

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/report/wording"
	"github.com/threatvet/threatvet/internal/risk"
)

// The parts of a Threagile model that are written. Maps are by title, and YAML
// writes them in order.
type (
	threagile struct {
		Version     string                `yaml:"threagile_version"`
		Title       string                `yaml:"title"`
		Author      thAuthor              `yaml:"author"`
		Criticality string                `yaml:"business_criticality"`
		Overview    map[string]string     `yaml:"application_description"`
		Questions   map[string]string     `yaml:"questions"`
		Tags        []string              `yaml:"tags_available"`
		Data        map[string]thData     `yaml:"data_assets"`
		Assets      map[string]thAsset    `yaml:"technical_assets"`
		Boundaries  map[string]thBoundary `yaml:"trust_boundaries"`
		Runtimes    map[string]struct{}   `yaml:"shared_runtimes"`
		Categories  map[string]thCategory `yaml:"individual_risk_categories"`
	}
	thAuthor struct {
		Name string `yaml:"name"`
	}
	thData struct {
		ID              string `yaml:"id"`
		Description     string `yaml:"description"`
		Usage           string `yaml:"usage"`
		Owner           string `yaml:"owner"`
		Quantity        string `yaml:"quantity"`
		Confidentiality string `yaml:"confidentiality"`
		Integrity       string `yaml:"integrity"`
		Availability    string `yaml:"availability"`
		Justification   string `yaml:"justification_cia_rating"`
	}
	thAsset struct {
		ID              string            `yaml:"id"`
		Description     string            `yaml:"description"`
		Type            string            `yaml:"type"`
		Usage           string            `yaml:"usage"`
		ByHuman         bool              `yaml:"used_as_client_by_human"`
		OutOfScope      bool              `yaml:"out_of_scope"`
		Why             string            `yaml:"justification_out_of_scope"`
		Size            string            `yaml:"size"`
		Technology      string            `yaml:"technology"`
		Internet        bool              `yaml:"internet"`
		Machine         string            `yaml:"machine"`
		Encryption      string            `yaml:"encryption"`
		Owner           string            `yaml:"owner"`
		Confidentiality string            `yaml:"confidentiality"`
		Integrity       string            `yaml:"integrity"`
		Availability    string            `yaml:"availability"`
		MultiTenant     bool              `yaml:"multi_tenant"`
		Redundant       bool              `yaml:"redundant"`
		Custom          bool              `yaml:"custom_developed_parts"`
		Processed       []string          `yaml:"data_assets_processed"`
		Stored          []string          `yaml:"data_assets_stored"`
		Formats         []string          `yaml:"data_formats_accepted"`
		Links           map[string]thLink `yaml:"communication_links"`
	}
	thLink struct {
		Target         string   `yaml:"target"`
		Description    string   `yaml:"description"`
		Protocol       string   `yaml:"protocol"`
		Authentication string   `yaml:"authentication"`
		Authorization  string   `yaml:"authorization"`
		VPN            bool     `yaml:"vpn"`
		Filtered       bool     `yaml:"ip_filtered"`
		Readonly       bool     `yaml:"readonly"`
		Usage          string   `yaml:"usage"`
		Sent           []string `yaml:"data_assets_sent"`
		Received       []string `yaml:"data_assets_received"`
	}
	thBoundary struct {
		ID          string   `yaml:"id"`
		Description string   `yaml:"description"`
		Type        string   `yaml:"type"`
		Inside      []string `yaml:"technical_assets_inside"`
		Nested      []string `yaml:"trust_boundaries_nested"`
	}
	thCategory struct {
		ID           string            `yaml:"id"`
		Description  string            `yaml:"description"`
		Impact       string            `yaml:"impact"`
		ASVS         string            `yaml:"asvs"`
		CheatSheet   string            `yaml:"cheat_sheet"`
		Action       string            `yaml:"action"`
		Mitigation   string            `yaml:"mitigation"`
		Check        string            `yaml:"check"`
		Function     string            `yaml:"function"`
		Stride       string            `yaml:"stride"`
		Detection    string            `yaml:"detection_logic"`
		Assessment   string            `yaml:"risk_assessment"`
		False        string            `yaml:"false_positives"`
		ModelFailure bool              `yaml:"model_failure_possible_reason"`
		CWE          int               `yaml:"cwe"`
		Risks        map[string]thRisk `yaml:"risks_identified"`
	}
	thRisk struct {
		Severity   string   `yaml:"severity"`
		Likelihood string   `yaml:"exploitation_likelihood"`
		Impact     string   `yaml:"exploitation_impact"`
		Breach     string   `yaml:"data_breach_probability"`
		Breached   []string `yaml:"data_breach_technical_assets"`
		Asset      string   `yaml:"most_relevant_technical_asset,omitempty"`
	}
)

type thWriter struct {
	report *finding.Report
	index  *model.Index
	ids    *unique
	data   map[string]bool   // ids of data assets
	asset  map[string]string // Threagile's id by ours, of those that are assets there
	doc    threagile
}

// Threagile writes the model as Threagile's YAML, each threat as a risk category
// of its own with the findings as its risks.
func Threagile(w io.Writer, r *finding.Report) error {
	t := &thWriter{
		report: r, index: r.System.Index(), ids: newUnique(), data: map[string]bool{}, asset: map[string]string{},
		doc: threagile{
			Version: "1.0.0", Title: "System", Author: thAuthor{"threatvet"}, Criticality: "important",
			Overview: map[string]string{"description": "Derived from its sources by threatvet."}, Questions: map[string]string{}, Tags: []string{},
			Data: map[string]thData{}, Assets: map[string]thAsset{}, Boundaries: map[string]thBoundary{}, Runtimes: map[string]struct{}{}, Categories: map[string]thCategory{},
		},
	}
	t.addData()
	t.addAssets()
	t.addLinks()
	t.addBoundaries()
	t.addRisks()
	t.addQuestions()
	text, err := yaml.Marshal(t.doc)
	if err == nil {
		_, err = w.Write(text)
	}
	if err != nil {
		return fmt.Errorf("write Threagile's model: %w", err)
	}
	return nil
}

func (t *thWriter) addData() {
	for _, d := range t.report.System.DataAssets {
		t.data[d.ID] = true
		t.doc.Data[plain.Line(d.Name)+" ("+plain.Line(d.ID)+")"] = thData{
			ID: t.ids.id("data", d.ID), Description: cmp.Or(plain.Line(d.Because), plain.Line(d.Name)), Usage: "business", Owner: plain.Line(d.Owner),
			Quantity: quantity(d.Records), Confidentiality: confidentiality(d.Confidentiality), Integrity: criticality(d.Integrity), Availability: criticality(d.Availability),
			Justification: plain.Line(d.Because),
		}
	}
}

func quantity(records int64) string {
	switch {
	case records == 0, records >= 1000 && records < 1_000_000:
		return "many"
	case records >= 1_000_000:
		return "very-many"
	}
	return "few"
}

func confidentiality(n int) string {
	return pick(n, "public", "internal", "restricted", "confidential", "strictly-confidential")
}

func criticality(n int) string {
	return pick(n, "archive", "operational", "important", "critical", "mission-critical")
}

// isAsset reports whether Threagile would call an element an asset. Code is part
// of what runs it, where that is known.
func (t *thWriter) isAsset(e *model.Element) bool {
	if _, known := kindOf(e.Kind); !known {
		return false
	}
	return !strings.HasPrefix(e.Kind, "go.") || e.PartOf == ""
}

// runner is the asset that stands for an element.
func (t *thWriter) runner(id string) string {
	for range 10 {
		if t.asset[id] != "" {
			return id
		}
		e := t.index.Elements[id]
		if e == nil {
			return ""
		}
		id = e.PartOf
	}
	return ""
}

func (t *thWriter) addAssets() {
	known := map[string]bool{}
	for _, e := range t.report.System.Elements {
		known[e.ID] = true
	}
	for _, id := range outsiders(t.report.System, known) {
		t.asset[id] = t.ids.id("asset", id)
		t.doc.Assets[plain.End(id)] = t.outsider(id)
	}
	for _, e := range t.report.System.Elements {
		if t.isAsset(e) {
			t.asset[e.ID] = t.ids.id("asset", e.ID)
			t.doc.Assets[plain.Line(e.ID)] = t.newAsset(e)
		}
	}
}

func (t *thWriter) outsider(id string) thAsset {
	return thAsset{
		ID: t.asset[id], Description: plain.End(id), Type: "external-entity", Usage: "business", ByHuman: true, OutOfScope: true,
		Why: "Not part of the sources", Size: "system", Technology: "client-system", Internet: true, Machine: "physical", Encryption: "none",
		Confidentiality: "public", Integrity: "archive", Availability: "archive",
		Processed: []string{}, Stored: []string{}, Formats: []string{}, Links: map[string]thLink{},
	}
}

func (t *thWriter) newAsset(e *model.Element) thAsset {
	words, _ := kindOf(e.Kind)
	usage := "business"
	if strings.HasPrefix(e.Kind, "ci.") || strings.HasPrefix(e.Kind, "log.") || e.Kind == "source_repo" {
		usage = "devops"
	}
	worth := t.worth(e)
	return thAsset{
		ID: t.asset[e.ID], Description: wording.KindOf(e.Kind).Word, Type: cmp.Or(words.Type, "process"), Usage: usage,
		Size: "component", Technology: words.Threagile, Internet: e.Exposure.Level == model.ExposureInternet || e.Exposure.Level == model.ExposureAuthenticated,
		Machine: words.Machine, Encryption: atRest(e), Owner: plain.Line(strings.Join(e.Owners, ", ")),
		Confidentiality: confidentiality(worth[0]), Integrity: criticality(worth[1]), Availability: criticality(worth[2]),
		Custom: strings.HasPrefix(e.Kind, "go."), Processed: t.dataIDs(append(slices.Clone(e.Process), e.Stores...)), Stored: t.dataIDs(e.Stores),
		Formats: []string{}, Links: map[string]thLink{},
	}
}

// worth is the highest rating of the data in an element.
func (t *thWriter) worth(e *model.Element) [3]int {
	worth := [3]int{1, 1, 1}
	for _, id := range append(slices.Clone(e.Stores), e.Process...) {
		if d := t.index.Data[id]; d != nil {
			worth = [3]int{max(worth[0], d.Confidentiality), max(worth[1], d.Integrity), max(worth[2], d.Availability)}
		}
	}
	return worth
}

// atRest is how data lies in an element. What is not known is written as none,
// because the format cannot say that it is not known.
func atRest(e *model.Element) string {
	if e.Fact("encrypted_at_rest").True() {
		return "transparent"
	}
	return "none"
}

func (t *thWriter) dataIDs(ids []string) []string {
	list := []string{}
	for _, id := range ids {
		if t.data[id] {
			list = append(list, t.ids.id("data", id))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (t *thWriter) addLinks() {
	for _, f := range t.report.System.Flows {
		from, to := t.runner(f.From), t.runner(f.To)
		if from == "" || to == "" || from == to {
			continue
		}
		asset := t.doc.Assets[t.title(from)]
		name := fmt.Sprintf("%s to %s (%s)", flowName(f), t.title(to), plain.Line(f.ID))
		asset.Links[name] = thLink{
			Target: t.asset[to], Description: flowName(f), Protocol: protocol(f), Authentication: authentication(f), Authorization: "none",
			Usage: "business", Sent: t.dataIDs(f.Data), Received: []string{},
		}
	}
}

// title is the key under which an asset stands.
func (t *thWriter) title(id string) string {
	if t.index.Elements[id] == nil {
		return plain.End(id)
	}
	return plain.Line(id)
}

func protocol(f *model.Flow) string {
	i := slices.IndexFunc(allWords().Protocols, func(p protocolWords) bool { return p.Name == strings.ToLower(f.Protocol) })
	if i < 0 {
		return "unknown-protocol"
	}
	if f.Encryption.Known() && !f.Encryption.Is("none") && !f.Encryption.Is(false) {
		return allWords().Protocols[i].Encrypted
	}
	return allWords().Protocols[i].Plain
}

func authentication(f *model.Flow) string {
	switch {
	case f.Authn.Is("password"):
		return "credentials"
	case f.Authn.Is("session"):
		return "session-id"
	case f.Authn.Is("mtls"):
		return "client-certificate"
	case f.Authn.Is("token"), f.Authn.Is("iam"):
		return "token"
	}
	return "none"
}

func (t *thWriter) addBoundaries() {
	zones := map[string]bool{}
	for _, z := range t.report.System.Zones {
		zones[z.ID] = z.Kind != "internet"
	}
	inside, nested := map[string][]string{}, map[string][]string{}
	for _, e := range t.report.System.Elements {
		if id := t.asset[e.ID]; id != "" && zones[e.Zone] {
			inside[e.Zone] = append(inside[e.Zone], id)
		}
	}
	for _, z := range t.report.System.Zones {
		if zones[z.ID] && zones[z.Parent] && z.Parent != z.ID {
			nested[z.Parent] = append(nested[z.Parent], t.ids.id("zone", z.ID))
		}
	}
	for _, z := range t.report.System.Zones {
		if zones[z.ID] {
			t.doc.Boundaries[plain.Line(z.ID)] = thBoundary{
				ID: t.ids.id("zone", z.ID), Description: plain.Line(z.Name), Type: boundary(z.Kind),
				Inside: append([]string{}, inside[z.ID]...), Nested: append([]string{}, nested[z.ID]...),
			}
		}
	}
}

func boundary(kind string) string {
	for _, z := range allWords().Zones {
		if z.Name == kind {
			return z.Threagile
		}
	}
	return "network-cloud-provider"
}

// addRisks writes a category for each threat that was found.
func (t *thWriter) addRisks() {
	for _, f := range t.report.Findings {
		if f.Threat == nil {
			continue
		}
		title := plain.Line(f.ThreatID) + " " + plain.Line(f.Title)
		c, known := t.doc.Categories[title]
		if !known {
			c = t.category(f)
		}
		c.Risks[plain.Line(f.ID)+" "+plain.Sentence(f.Sentence)] = t.risk(f)
		t.doc.Categories[title] = c
	}
}

func (t *thWriter) category(f *finding.Finding) thCategory {
	cwe := 0
	if len(f.Threat.CWE) > 0 {
		cwe = f.Threat.CWE[0]
	}
	function := "operations"
	if strings.Contains(f.Threat.File, "/code/") {
		function = "development"
	}
	harm, _ := wording.HarmOf(f.Threat.Stride)
	return thCategory{
		ID: t.ids.id("threat", f.ThreatID), Description: plain.Line(f.Threat.Scenario), Impact: harm.Means, Action: plain.Line(f.Title), Mitigation: plain.Line(f.Threat.Fix),
		Check: plain.Line(f.Threat.Fix), Function: function, Stride: harmOf(f.Threat.Stride).Threagile, Detection: "threatvet " + plain.Line(f.ThreatID),
		Assessment: "Rated by threatvet with what the owners say is at stake.", CWE: cwe, Risks: map[string]thRisk{},
	}
}

func (t *thWriter) risk(f *finding.Finding) thRisk {
	r := thRisk{
		Severity: severity(f.Rating.Level), Likelihood: pick(f.Rating.Likelihood-1, "unlikely", "likely", "very-likely", "frequent"),
		Impact: pick(f.Rating.Impact-1, "low", "medium", "high", "very-high"), Breach: "improbable", Breached: []string{},
	}
	if f.Threat.Stride == "disclosure" {
		r.Breach = pick(f.Rating.Likelihood-1, "improbable", "possible", "probable")
	}
	for _, id := range about(f) {
		if at := t.runner(id); at != "" && !slices.Contains(r.Breached, t.asset[at]) {
			r.Asset = cmp.Or(r.Asset, t.asset[at])
			r.Breached = append(r.Breached, t.asset[at])
		}
	}
	return r
}

func severity(l risk.Level) string {
	if l == risk.None {
		return "low"
	}
	return string(l)
}

func (t *thWriter) addQuestions() {
	for _, q := range t.report.System.Questions {
		t.doc.Questions[plain.Line(q.Text)] = plain.Line(q.Answer)
	}
}
