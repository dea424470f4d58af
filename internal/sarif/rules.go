package sarif

import (
	"fmt"
	"math"
	"net/url"
	"strings"
	"unicode"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

// rules holds one descriptor per threat and level, in order of first use.
type rules struct {
	taxa  *taxa
	list  []*rule
	score []float64
	index map[string]int
}

func newRules(t *taxa) *rules { return &rules{taxa: t, index: map[string]int{}} }

// ruleID is the threat's id with the level, because GitHub reads the severity
// from the rule only.
func ruleID(f *finding.Finding) string {
	return plain.Cut(plain.Line(f.ThreatID), maxName-len("/critical")) + "/" + string(f.Rating.Level)
}

// add makes sure that the finding's rule exists and carries the highest score
// of its level. It reports false where GitHub would accept no further rule.
func (rs *rules) add(f *finding.Finding, t *model.Threat) bool {
	id := ruleID(f)
	i, known := rs.index[id]
	if !known {
		if len(rs.list) == maxRules {
			return false
		}
		i = len(rs.list)
		rs.index[id] = i
		rs.list = append(rs.list, rs.rule(id, f, t))
		rs.score = append(rs.score, 0)
	}
	rs.score[i] = max(rs.score[i], score(f.Rating))
	rs.list[i].Properties["security-severity"] = severity(rs.score[i])
	return true
}

// score is the rating's, kept within what SARIF can say.
func score(r risk.Rating) float64 {
	if math.IsNaN(r.Score) {
		return 0
	}
	return min(max(r.Score, 0), 10)
}

// severity is GitHub's number: a string, above 0.
func severity(score float64) string { return fmt.Sprintf("%.1f", max(score, 0.1)) }

func (rs *rules) rule(id string, f *finding.Finding, t *model.Threat) *rule {
	title := plain.Cut(plain.Line(t.Title), maxDescription)
	if title == "" {
		title = id
	}
	scenario := plain.Cut(general(t.Scenario), maxDescription)
	if scenario == "" {
		scenario = title
	}
	text, markdown := rs.help(t)
	d := &sarif.ReportingDescriptor{
		ID:                   id,
		Name:                 ptr(ruleName(title)),
		ShortDescription:     multi(title, ""),
		FullDescription:      multi(scenario, ""),
		Help:                 multi(text, markdown),
		DefaultConfiguration: &sarif.ReportingConfiguration{Level: level(f.Rating)},
		Properties:           sarif.Properties{"tags": tags(t), "precision": "high"},
	}
	if page := firstPage(t.References); page != "" {
		d.HelpURI = &page
	}
	return &rule{ReportingDescriptor: d, Relationships: rs.relationships(t)}
}

func (rs *rules) relationships(t *model.Threat) []*relationship {
	var all []*relationship
	for _, r := range referencesOf(t) {
		if target := rs.taxa.reference(r); target != nil {
			all = append(all, &relationship{Target: target, Kinds: []string{"relevant"}})
		}
	}
	return all
}

// level is SARIF's word for a rating.
func level(r risk.Rating) string {
	switch r.Level {
	case risk.Critical, risk.High:
		return "error"
	case risk.Medium:
		return "warning"
	default:
		return "note"
	}
}

// tags are what code hosts filter by. GitHub shows the first ten and makes a
// security alert of a result only where "security" is among them.
func tags(t *model.Threat) []string {
	all := []string{"security"}
	if t.Stride != "" {
		all = append(all, plain.Cut(plain.Line(t.Stride), maxName))
	}
	for _, n := range t.CWE {
		if len(all) == maxTags {
			break
		}
		all = append(all, fmt.Sprintf("external/cwe/cwe-%03d", n))
	}
	return all
}

// general turns a scenario's placeholders into words: {element} becomes "this
// element".
func general(scenario string) string {
	return strings.NewReplacer("{", "this ", "}", "").Replace(plain.Line(strings.TrimSpace(scenario)))
}

// ruleName is the title in the form that SARIF asks of names: NoWayBack.
func ruleName(title string) string {
	var b strings.Builder
	up := true
	for _, r := range title {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			up = true
			continue
		}
		if up {
			r = unicode.ToUpper(r)
			up = false
		}
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return "Threat"
	}
	return plain.Cut(b.String(), maxName)
}

// firstPage is the first reference that is a web page.
func firstPage(references []string) string {
	for _, r := range references {
		if page, ok := webPage(r); ok {
			return page
		}
	}
	return ""
}

func webPage(s string) (string, bool) {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || len(s) > maxPart {
		return "", false
	}
	return u.String(), true
}
