package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/report"
)

func newPaths(io *streams) *cobra.Command {
	var (
		c      common
		format string
	)
	cmd := &cobra.Command{
		Use:   "paths [DIR|PLAN.json]",
		Short: "Show how an attacker gets to what matters, and which changes close most ways",
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			if format != "text" && format != "json" {
				return fmt.Errorf("no format %q; there are text, json", format)
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			r, err := c.report(cmd.Context(), io, dir)
			if err != nil {
				return err
			}
			if format == "json" {
				return report.PathsJSON(io.out, r)
			}
			return report.PathsText(io.out, r, report.TextOptions{Color: terminal(io.out), Width: 100})
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "output `format`: text, json")
	c.register(cmd)
	return cmd
}
