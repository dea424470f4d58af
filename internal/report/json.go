package report

import (
	"io"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// jsonVersion changes only if a reader of version 1 could no longer read it.
const jsonVersion = 1

type document struct {
	Version  int           `json:"version"`
	Summary  summaryJSON   `json:"summary"`
	Findings []FindingJSON `json:"findings"`
	pathsJSON
	Questions   []*model.Question `json:"questions"`
	NotAnalysed []*model.Gap      `json:"not_analysed"`
	Stats       finding.Stats     `json:"stats"`
	Prefix      string            `json:"prefix"`
}

type summaryJSON struct {
	Critical int `json:"critical"`
	High     int `json:"high"`
	Medium   int `json:"medium"`
	Low      int `json:"low"`
	Latent   int `json:"latent"` // of which latent
	Accepted int `json:"accepted"`
	Paths    int `json:"paths"`
}

// FindingJSON is a finding in the JSON format.
type FindingJSON struct {
	// ID is what threatvet explain takes; Fingerprint identifies the finding
	// between runs.
	ID          string `json:"id"`
	Fingerprint string `json:"fingerprint"`
	Threat      string `json:"threat"`
	Title       string `json:"title"`
	// Stride is spoofing, tampering, repudiation, disclosure, denial or
	// elevation.
	Stride     string        `json:"stride"`
	Level      risk.Level    `json:"level"`
	Score      float64       `json:"score"`
	Likelihood int           `json:"likelihood"`
	Impact     int           `json:"impact"`
	Assumed    bool          `json:"impact_assumed"`
	Latent     bool          `json:"latent"`
	Factors    []risk.Factor `json:"factors"`
	Sentence   string        `json:"sentence"`
	Fix        string        `json:"fix"`
	// On is the element, identity or path; Instances are all elements on the
	// same line that it holds for.
	On         string              `json:"on"`
	Location   model.Location      `json:"location"`
	Instances  []string            `json:"instances"`
	Related    []model.Evidence    `json:"related"`
	Trace      []model.TraceStep   `json:"trace"`
	Path       string              `json:"path,omitempty"`
	OtherPaths []string            `json:"other_paths,omitempty"`
	PartOf     []string            `json:"part_of"`
	Owners     []string            `json:"owners"`
	Acceptance *finding.Acceptance `json:"acceptance,omitempty"`
	// Snippet is text to put in the place of what is wrong.
	Snippet string `json:"snippet,omitempty"`
	// Generated is true where the file says that a tool has made it.
	Generated bool `json:"generated,omitempty"`
	// Status is new or unchanged where a baseline was given.
	Status string   `json:"status,omitempty"`
	CWE    []int    `json:"cwe"`
	CAPEC  []int    `json:"capec"`
	Attack []string `json:"attack"`
}

// JSON writes the report for programs, as the package comment describes.
func JSON(w io.Writer, r *finding.Report) error {
	v := newOverview(r)
	doc := document{
		Version: jsonVersion, Summary: summarize(v), Findings: []FindingJSON{}, pathsJSON: pathsDocument(r),
		Questions: list(questions(v.System)), NotAnalysed: list(v.System.Gaps), Stats: r.Stats, Prefix: r.Prefix,
	}
	threats := threatsByID(r)
	for _, f := range byRisk(r.Findings) {
		doc.Findings = append(doc.Findings, findingDocument(f, threatOf(f, threats)))
	}
	return encode(w, doc)
}

func summarize(v *overview) summaryJSON {
	s := summaryJSON{Latent: len(v.Latent), Accepted: len(v.Accepted), Paths: len(v.Paths)}
	for _, f := range v.open() {
		switch f.Rating.Level {
		case risk.Critical:
			s.Critical++
		case risk.High:
			s.High++
		case risk.Medium:
			s.Medium++
		case risk.Low:
			s.Low++
		}
	}
	return s
}

func findingDocument(f *finding.Finding, t *model.Threat) FindingJSON {
	doc := FindingJSON{
		ID: f.ID, Fingerprint: f.Fingerprint, Threat: f.ThreatID, Title: f.Title, Stride: t.Stride,
		Level: f.Rating.Level, Score: f.Rating.Score, Likelihood: f.Rating.Likelihood, Impact: f.Rating.Impact,
		Assumed: f.Rating.Assumed, Latent: f.Rating.Latent, Factors: list(f.Rating.Factors),
		Sentence: f.Sentence, Fix: f.Fix, On: f.Match.On, Location: f.Location, Instances: list(f.Instances),
		Related: list(f.Related), Trace: list(f.Trace), PartOf: list(f.PartOf), Owners: list(f.Owners),
		Acceptance: f.Acceptance, Generated: f.Generated, Snippet: f.Match.Snippet, Status: f.Status,
		CWE: list(t.CWE), CAPEC: list(t.CAPEC), Attack: list(t.Attack),
	}
	if f.Path != nil {
		doc.Path = f.Path.ID
		for _, p := range f.Others {
			doc.OtherPaths = append(doc.OtherPaths, p.ID)
		}
	}
	return doc
}

func threatsByID(r *finding.Report) map[string]*model.Threat {
	threats := make(map[string]*model.Threat, len(r.Threats))
	for _, t := range r.Threats {
		threats[t.ID] = t
	}
	return threats
}

// threatOf is the finding's threat, or what the finding itself says of it.
func threatOf(f *finding.Finding, threats map[string]*model.Threat) *model.Threat {
	if f.Threat != nil {
		return f.Threat
	}
	if t := threats[f.ThreatID]; t != nil {
		return t
	}
	return &model.Threat{ID: f.ThreatID, Title: f.Title, Fix: f.Fix}
}
