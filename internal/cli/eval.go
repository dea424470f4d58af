package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/scan"
	"github.com/threatvet/threatvet/internal/terraform"
)

func newEval(io *streams) *cobra.Command {
	var (
		c       common
		outputs bool
		format  string
	)
	cmd := &cobra.Command{
		Use:   "eval [DIR|PLAN.json]",
		Short: "Print what a Terraform root evaluates to, to compare with Terraform itself",
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			if !outputs {
				return fmt.Errorf("say what to print; there is --outputs")
			}
			if format != "json" {
				return fmt.Errorf("no format %q; there is json", format)
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			root, diags, err := scan.Root(cmd.Context(), c.options(io, dir, 0))
			if err != nil {
				return err
			}
			for _, d := range diags {
				fmt.Fprintf(io.err, "%s\n", d.Error())
			}
			text, err := terraform.OutputsJSON(root)
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintf(io.out, "%s\n", text); err != nil {
				return err
			}
			if diags.HasErrors() && c.Strict {
				return &exitError{code: exitPartial, message: "not everything could be evaluated, and --strict is on"}
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.BoolVar(&outputs, "outputs", false, "print the root's outputs")
	f.StringVarP(&format, "format", "f", "json", "output `format`: json")
	c.register(cmd)
	return cmd
}
