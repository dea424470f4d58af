package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// TestSnippet holds that text to copy keeps its lines and steers nobody, in each
// format that shows it.
func TestSnippet(t *testing.T) {
	f := &finding.Finding{
		ID: "IAM-018-1", ThreatID: "IAM-018", Threat: &model.Threat{ID: "IAM-018"}, Fix: "Allow less.",
		Match:  model.Match{On: "aws_iam_role.app", Snippet: "data \"x\" \"y\" {\n  a = \"<b>\x1b[31m\"\n}\n"},
		Rating: risk.Rating{Level: risk.High, Score: 8},
	}
	r := &finding.Report{Findings: []*finding.Finding{f}}
	var page, text, encoded bytes.Buffer
	if err := HTML(&page, r); err != nil {
		t.Fatal(err)
	}
	if err := ExplainFinding(&text, f, r); err != nil {
		t.Fatal(err)
	}
	if err := JSON(&encoded, r); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ got, want string }{
		"page": {page.String(), "{\n  a = &#34;&lt;b&gt;"}, "explain": {text.String(), "    data \"x\" \"y\" {\n      a = \"<b>"}, "json": {encoded.String(), `"snippet": "data `},
	} {
		if !strings.Contains(c.got, c.want) {
			t.Errorf("%s lacks %q", name, c.want)
		}
		if strings.Contains(c.got, "\x1b") {
			t.Errorf("%s has an escape", name)
		}
	}
}
