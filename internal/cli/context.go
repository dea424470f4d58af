package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/scan"
)

func newContext(std *streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "context",
		Short: "Work with threat-context.yaml, what the owners say",
		Args:  noArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newContextCheck(std))
	return cmd
}

func newContextCheck(std *streams) *cobra.Command {
	var c common
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Check the context files: words, names of elements, dates",
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			problems, err := scan.CheckContext(cmd.Context(), c.options(std, dir, 0))
			if err != nil {
				return err
			}
			for _, p := range problems {
				fmt.Fprintf(std.out, "%s: %s: %s\n", plain.Place(p.Location), p.Severity, plain.Line(p.Message))
				for line := range strings.Lines(p.Source) {
					fmt.Fprintln(std.out, plain.Line(strings.TrimRight(line, "\n")))
				}
			}
			if len(problems) > 0 {
				return &exitError{code: exitFound, message: fmt.Sprintf("%d %s in the context files", len(problems), plural(len(problems), "problem", "problems"))}
			}
			return nil
		},
	}
	c.register(cmd)
	return cmd
}
