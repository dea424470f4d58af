package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report"
	"github.com/threatvet/threatvet/internal/scan"
)

func newExplainLink(std *streams) *cobra.Command {
	var (
		c      common
		format string
	)
	cmd := &cobra.Command{
		Use:   "link A B [DIR|PLAN.json]",
		Short: "Say what joins two parts of the system, and each line that says so; or what is missing",
		Long: `Say what joins two parts of the system, code and infrastructure as a rule, and each
line that says so. Where nothing joins a program and what could run it, it says
which settings they have in common and which they lack.

A and B are addresses: aws_instance.web, go:example.com/shop/cmd/web.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 {
				return fmt.Errorf("name two parts: threatvet explain link go:example.com/shop/cmd/web aws_instance.web")
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
			s, err := scan.Model(cmd.Context(), c.options(std, dir, 0))
			if err != nil {
				return err
			}
			defer s.Close()
			part := func(name string) (string, []string) { return iam.Among(name, elements(s.System)) }
			a, err := found(args[0], "nothing", part)
			if err != nil {
				return err
			}
			b, err := found(args[1], "nothing", part)
			if err != nil {
				return err
			}
			if format == "json" {
				return report.LinkJSON(std.out, s.System, a, b)
			}
			return report.LinkText(std.out, s.System, a, b, report.TextOptions{Color: terminal(std.out), Width: 100})
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "output `format`: text, json")
	c.register(cmd)
	return cmd
}

func elements(sys *model.System) []string {
	var ids []string
	for _, e := range sys.Elements {
		ids = append(ids, e.ID)
	}
	return ids
}
