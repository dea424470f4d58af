package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/policy"
	"github.com/threatvet/threatvet/internal/report"
)

func newExplain(io *streams) *cobra.Command {
	var c common
	cmd := &cobra.Command{
		Use:   "explain ID [DIR]",
		Short: "Explain a finding (OBJ-005-3fa2c1b0) with each line behind it, or a threat (OBJ-005)",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return fmt.Errorf("name a finding or a threat; `threatvet scan` shows their ids")
			}
			id := strings.ToUpper(args[0])
			if strings.Count(id, "-") == 1 {
				return explainThreat(io, id)
			}
			dir, err := oneDir(args[1:])
			if err != nil {
				return err
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			r, err := c.report(cmd.Context(), io, dir)
			if err != nil {
				return err
			}
			f, err := chosen(r, id)
			if err != nil {
				return err
			}
			return report.ExplainFinding(io.out, f, r)
		},
	}
	c.register(cmd)
	cmd.AddCommand(newExplainGrant(io), newExplainLink(io))
	return cmd
}

// chosen returns the finding whose id begins with the given one, where that is
// enough to tell it from others.
func chosen(r *finding.Report, id string) (*finding.Finding, error) {
	var found []*finding.Finding
	for _, f := range r.Findings {
		if strings.EqualFold(f.ID, id) {
			return f, nil
		}
		if strings.HasPrefix(strings.ToUpper(f.ID), id) {
			found = append(found, f)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return nil, fmt.Errorf("no finding %s in this scan; `threatvet scan -v` lists them all", id)
	}
	return nil, fmt.Errorf("%s could be %d findings, among them %s and %s; write more of it", id, len(found), found[0].ID, found[1].ID)
}

func explainThreat(io *streams, id string) error {
	threats, err := policy.Threats()
	if err != nil {
		return err
	}
	for _, t := range threats {
		if t.ID == id {
			return report.ExplainThreat(io.out, t)
		}
	}
	return fmt.Errorf("no threat %s; %s", id, nearThreats(threats, id))
}

// nearThreats lists the threats of the same area.
func nearThreats(threats []*model.Threat, id string) string {
	area, _, _ := strings.Cut(id, "-")
	var near []string
	for _, t := range threats {
		if strings.HasPrefix(t.ID, area+"-") {
			near = append(near, t.ID)
		}
	}
	if len(near) == 0 {
		return "`threatvet policy list` lists them all"
	}
	return "there are " + strings.Join(near, ", ")
}
