package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

// told are the findings that code hosts show beside a change, as the text does: open
// ones of medium risk and more that have a line, the highest risk first; with
// something to compare with, those that it does not know.
func told(r *finding.Report) []*finding.Finding {
	var list []*finding.Finding
	for _, f := range byRisk(r.Findings) {
		low := f.Rating.Latent || height(f.Rating.Level) <= height(risk.Low)
		if !f.Accepted() && !low && f.Status != "unchanged" && f.Location.Line > 0 {
			list = append(list, f)
		}
	}
	return list
}

// inRepository is the file of a finding relative to the top of the repository,
// which is what code hosts go by.
func inRepository(r *finding.Report, f *finding.Finding) string {
	return path.Join(r.Prefix, f.Location.File)
}

// message is a finding in one paragraph.
func message(f *finding.Finding) string {
	text := plain.Sentence(f.Sentence)
	if f.Fix != "" {
		text += " Change: " + plain.Sentence(f.Fix)
	}
	return text
}

func headline(f *finding.Finding) string {
	return fmt.Sprintf("%s %s (%s %.1f)", plain.Line(f.ThreatID), plain.Line(f.Title), f.Rating.Level, f.Rating.Score)
}

// GitHub writes workflow commands, which GitHub Actions shows as annotations.
// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
func GitHub(w io.Writer, r *finding.Report) error {
	for _, f := range told(r) {
		command := map[risk.Level]string{risk.Critical: "error", risk.High: "error", risk.Medium: "warning"}[f.Rating.Level]
		_, err := fmt.Fprintf(w, "::%s file=%s,line=%d,title=%s::%s\n", command,
			property(inRepository(r, f)), f.Location.Line, property(headline(f)), data(message(f)))
		if err != nil {
			return fmt.Errorf("write annotations: %w", err)
		}
	}
	return nil
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func data(s string) string     { return dataEscapes.Replace(plain.Line(s)) }
func property(s string) string { return propertyEscapes.Replace(plain.Line(s)) }

type gitlabIssue struct {
	Description string `json:"description"`
	CheckName   string `json:"check_name"`
	Fingerprint string `json:"fingerprint"`
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
		} `json:"lines"`
	} `json:"location"`
}

// GitLab writes a Code Quality report, which GitLab shows in merge requests.
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
func GitLab(w io.Writer, r *finding.Report) error {
	issues := []gitlabIssue{}
	for _, f := range told(r) {
		i := gitlabIssue{Description: headline(f) + ": " + message(f), CheckName: f.ThreatID, Fingerprint: f.Fingerprint}
		i.Severity = map[risk.Level]string{risk.Critical: "blocker", risk.High: "critical", risk.Medium: "major"}[f.Rating.Level]
		i.Location.Path = inRepository(r, f)
		i.Location.Lines.Begin = f.Location.Line
		issues = append(issues, i)
	}
	return encode(w, issues)
}

type rdjson struct {
	Source      rdSource       `json:"source"`
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdDiagnostic struct {
	Message  string     `json:"message"`
	Severity string     `json:"severity"`
	Code     rdCode     `json:"code"`
	Location rdLocation `json:"location"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdLocation struct {
	Path  string `json:"path"`
	Range struct {
		Start struct {
			Line   int `json:"line"`
			Column int `json:"column,omitempty"`
		} `json:"start"`
	} `json:"range"`
}

// Reviewdog writes reviewdog's diagnostic format.
// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
func Reviewdog(w io.Writer, r *finding.Report) error {
	doc := rdjson{Source: rdSource{"threatvet", "https://github.com/threatvet/threatvet"}, Diagnostics: []rdDiagnostic{}}
	for _, f := range told(r) {
		d := rdDiagnostic{Message: headline(f) + ": " + message(f), Code: rdCode{f.ThreatID}}
		d.Severity = map[risk.Level]string{risk.Critical: "ERROR", risk.High: "ERROR", risk.Medium: "WARNING"}[f.Rating.Level]
		d.Location.Path = inRepository(r, f)
		d.Location.Range.Start.Line, d.Location.Range.Start.Column = f.Location.Line, f.Location.Column
		doc.Diagnostics = append(doc.Diagnostics, d)
	}
	return encode(w, doc)
}

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	File    string        `xml:"file,attr"`
	Line    int           `xml:"line,attr"`
	Failure *junitFailure `xml:"failure"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// JUnit writes a test report, in which each finding is a test that failed.
func JUnit(w io.Writer, r *finding.Report) error {
	suite := junitSuite{Name: "threatvet", Cases: []junitCase{}}
	for _, f := range told(r) {
		suite.Cases = append(suite.Cases, junitCase{
			Class: f.ThreatID, Name: plain.Line(f.ID + " " + f.Title), File: inRepository(r, f), Line: f.Location.Line,
			Failure: &junitFailure{Message: headline(f), Type: string(f.Rating.Level), Text: message(f)},
		})
	}
	suite.Tests, suite.Failures = len(suite.Cases), len(suite.Cases)
	text, err := xml.MarshalIndent(suite, "", "  ")
	if err != nil {
		return fmt.Errorf("write JUnit: %w", err)
	}
	if _, err := fmt.Fprintf(w, "%s%s\n", xml.Header, text); err != nil {
		return fmt.Errorf("write JUnit: %w", err)
	}
	return nil
}
