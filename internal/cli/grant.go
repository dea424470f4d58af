package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/report"
	"github.com/threatvet/threatvet/internal/scan"
)

func newExplainGrant(io *streams) *cobra.Command {
	var (
		c      common
		format string
	)
	cmd := &cobra.Command{
		Use:   "grant FROM TO [DIR|PLAN.json]",
		Short: "Say what FROM may do to TO, and each line that allows or denies it; '*' stands for all",
		Long: `Say what FROM may do to TO, and each line that allows or denies it.

FROM is the address of a role, user or group, or of something that runs as one;
internet, any-account, or * for everybody who has some right. TO is the address
of a resource or identity, account for the rights of an administrator, or * for
all that FROM has some right on.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 {
				return fmt.Errorf("name who and what: threatvet explain grant aws_iam_role.app aws_s3_bucket.reports; '*' stands for all")
			}
			if format != "text" && format != "json" {
				return fmt.Errorf("no format %q; there are text, json", format)
			}
			dir, err := oneDir(args[2:])
			if err != nil {
				return err
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			s, err := scan.Model(cmd.Context(), c.options(io, dir, 0))
			if err != nil {
				return err
			}
			defer s.Close()
			list, err := grants(iam.NewExplainer(s.System), args[0], args[1])
			if err != nil {
				return err
			}
			if format == "json" {
				return report.GrantsJSON(io.out, list)
			}
			return report.GrantsText(io.out, args[0], args[1], list, report.TextOptions{Color: terminal(io.out), Width: 100})
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "output `format`: text, json")
	c.register(cmd)
	return cmd
}

const everything = "*"

// grants answers for one pair in full, and for a star with what is not denied.
func grants(x *iam.Explainer, from, to string) ([]iam.Explained, error) {
	if from == everything && to == everything {
		return nil, fmt.Errorf("name at least one of FROM and TO; `threatvet model` prints all grants")
	}
	var err error
	if from != everything {
		if from, err = found(from, "nobody", x.Identity); err != nil {
			return nil, err
		}
	}
	if to != everything {
		if to, err = found(to, "nothing", x.Target); err != nil {
			return nil, err
		}
	}
	var list []iam.Explained
	switch {
	case from == everything:
		for _, one := range x.Holders(to) {
			list = append(list, given(x.Explain(one, to))...)
		}
	case to == everything:
		for _, one := range x.Targets(from) {
			list = append(list, given(x.Explain(from, one))...)
		}
	default:
		list = x.Explain(from, to)
	}
	return list, nil
}

func found(name, none string, find func(string) (string, []string)) (string, error) {
	id, near := find(name)
	switch {
	case id != "":
		return id, nil
	case len(near) > 0:
		return "", fmt.Errorf("%s is called %q here; did you mean %s?", none, name, strings.Join(near, ", "))
	}
	return "", fmt.Errorf("%s is called %q here; `threatvet model` lists every address", none, name)
}

// given leaves out what is denied.
func given(list []iam.Explained) []iam.Explained {
	var out []iam.Explained
	for _, e := range list {
		if e.Answer != iam.Denied {
			out = append(out, e)
		}
	}
	return out
}
