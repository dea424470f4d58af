package docs

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/policy"
)

var placeholder = regexp.MustCompile(`\{([a-z0-9_]+)\}`)

func threats() (string, error) {
	list, err := policy.Threats()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, `# The threats

%d threats, each a Rego file in `+"`policies/`"+`. What stands in *italics* is filled in with the names of your system. Ease is explained
in [techniques.md](techniques.md); a missing safety net is never rated above medium, and
low while nobody has said what the data is worth. Write your own in `+"`.threatvet/policies/`"+`.
`, len(list))
	for _, t := range list {
		fmt.Fprintf(&b, "\n## %s %s\n\n%s\n\n*What to change*: %s\n\n%s\n", t.ID, t.Title, placeholder.ReplaceAllString(t.Scenario, "*$1*"), t.Fix, about(t))
	}
	return b.String(), nil
}

// about is the line of small print.
func about(t *model.Threat) string {
	parts := []string{"on `" + t.On + "`", t.Stride, fmt.Sprintf("ease %d", t.Ease)}
	if t.SafetyNet {
		parts = append(parts, "a missing safety net")
	}
	for _, n := range t.CWE {
		parts = append(parts, fmt.Sprintf("[CWE-%d](https://cwe.mitre.org/data/definitions/%d.html)", n, n))
	}
	for _, n := range t.CAPEC {
		parts = append(parts, fmt.Sprintf("[CAPEC-%d](https://capec.mitre.org/data/definitions/%d.html)", n, n))
	}
	for _, id := range t.Attack {
		parts = append(parts, fmt.Sprintf("[%s](https://attack.mitre.org/techniques/%s/)", id, strings.ReplaceAll(id, ".", "/")))
	}
	return strings.Join(parts, " · ")
}
