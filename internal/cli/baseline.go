package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/finding"
)

func newBaseline(std *streams) *cobra.Command {
	var (
		c    common
		file string
	)
	cmd := &cobra.Command{
		Use:   "baseline [DIR]",
		Short: "Record today's findings, so that `scan --baseline` fails on new ones only",
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
			err = writeFile(file, func(w io.Writer) error { return finding.WriteBaseline(w, r.Findings) })
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(std.err, "%d %s recorded in %s; use it with `threatvet scan --baseline %s`\n",
				len(r.Findings), plural(len(r.Findings), "finding", "findings"), file, file)
			return err
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", "threatvet-baseline.json", "the `file` to write")
	c.register(cmd)
	c.registerThreats(cmd)
	return cmd
}
