package scan

import (
	"context"
	"embed"
	"fmt"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/policy"
)

// Assess rates the threats to a system whose model has been made before. The
// sources are not at hand, so what only they hold is missing: acceptances, and the
// text of the lines.
func Assess(ctx context.Context, sys *model.System, o Options) (*finding.Report, error) {
	result, err := policy.Evaluate(ctx, sys, policy.Options{Only: o.Only, Skip: o.Skip, Timeout: o.PolicyTimeout})
	if err != nil {
		return nil, fmt.Errorf("policies: %w", err)
	}
	sys.Gaps = append(sys.Gaps, result.Gaps...)
	sys.Sort()
	said, _ := businesscontext.Load(embed.FS{}, "")
	report := &finding.Report{System: sys, Threats: result.Threats, Stats: finding.Stats{Policies: len(result.Threats)}}
	report.Findings = finding.Assemble(finding.Input{
		System: sys, Threats: result.Threats, Matches: result.Matches, Context: said, Sources: embed.FS{}, Today: o.Today,
	})
	return report, nil
}
