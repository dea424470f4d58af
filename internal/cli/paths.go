package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/report"
)

func newPaths(io *streams) *cobra.Command {
	var (
		c      common
		format string
	)
	names := strings.Join(report.PathFormatNames(), ", ")
	cmd := &cobra.Command{
		Use:   "paths [DIR|PLAN.json]",
		Short: "Show how an attacker gets to what matters, and which changes close most ways",
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			at := slices.IndexFunc(report.PathFormats(), func(f report.Format) bool { return f.Name == format })
			if at < 0 {
				return fmt.Errorf("no format %q; there are %s", format, names)
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			r, err := c.report(cmd.Context(), io, dir)
			if err != nil {
				return err
			}
			return report.PathFormats()[at].Write(io.out, r, writing(io, dir))
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "output `format`: "+names)
	c.register(cmd)
	return cmd
}
