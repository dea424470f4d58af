package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/report"
)

func newReport(std *streams) *cobra.Command {
	var (
		c    common
		file string
	)
	cmd := &cobra.Command{
		Use:   "report [DIR|PLAN.json|MODEL.json]",
		Short: "Write one page for everybody: summary, diagram, paths, threats, owners, questions",
		Long: `report writes one HTML page that needs nothing else: no network, no other file.
It says in plain words what can happen, draws the system with its trust
boundaries and the ways of attackers, and lists the threats with filters, their
owners, what was accepted and until when, open questions, and what was not
analysed. Unlike scan it exits with 0 whatever it finds.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			r, err := c.report(cmd.Context(), std, dir)
			if err != nil {
				return err
			}
			if file == "-" {
				return report.HTML(std.out, r)
			}
			if err := writeFile(file, func(w io.Writer) error { return report.HTML(w, r) }); err != nil {
				return err
			}
			if c.quiet {
				return nil
			}
			_, err = fmt.Fprintf(std.err, "%s; written to %s\n", report.Summary(r), file)
			return err
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", "threatvet-report.html", "the `file` to write, - for standard output")
	c.register(cmd)
	c.registerThreats(cmd)
	return cmd
}
