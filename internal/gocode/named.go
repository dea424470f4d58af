package gocode

import (
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Named returns the analyzers with the threat's id before each message: go vet
// and golangci-lint print nothing else of a diagnostic, and `threatvet explain`
// takes the id.
func Named(list []*analysis.Analyzer) []*analysis.Analyzer {
	out := make([]*analysis.Analyzer, len(list))
	for i, a := range list {
		c := *a
		c.Run = func(pass *analysis.Pass) (any, error) {
			p := *pass
			p.Report = func(d analysis.Diagnostic) {
				if threat.MatchString(d.Category) && !strings.HasPrefix(d.Message, d.Category) {
					d.Message = d.Category + ": " + d.Message
				}
				pass.Report(d)
			}
			return a.Run(&p)
		}
		out[i] = &c
	}
	return out
}

// threat is how ids of threats look; the categories of fragments do not.
var threat = regexp.MustCompile(`^[A-Z0-9]+-\d+$`)
