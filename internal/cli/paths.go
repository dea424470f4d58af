package cli

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report"
)

// pathFormats are the ways to write attack paths.
var pathFormats = map[string]func(io.Writer, *finding.Report) error{
	"d2":      report.PathsD2,
	"json":    report.PathsJSON,
	"mermaid": report.PathsMermaid,
	"text": func(w io.Writer, r *finding.Report) error {
		return report.PathsText(w, r, report.TextOptions{Color: terminal(w), Width: 100})
	},
}

func pathFormatNames() string { return strings.Join(slices.Sorted(maps.Keys(pathFormats)), ", ") }

func newPaths(std *streams) *cobra.Command {
	var (
		c      common
		format string
	)
	cmd := &cobra.Command{
		Use:   "paths [DIR|PLAN.json|MODEL.json]",
		Short: "Show how an attacker gets to what matters, and which changes close most ways",
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			write, ok := pathFormats[format]
			if !ok {
				return fmt.Errorf("no format %q; there are %s", format, pathFormatNames())
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			r, err := c.report(cmd.Context(), std, dir)
			if err != nil {
				return err
			}
			return write(std.out, r)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "output `format`: "+pathFormatNames())
	c.register(cmd)
	return cmd
}
