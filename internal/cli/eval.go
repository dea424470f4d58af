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
		chain   string
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
			if outputs == (chain != "") {
				return fmt.Errorf("say what to print; there are --outputs and --chain ADDRESS.ATTRIBUTE")
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			if chain != "" {
				return printChain(cmd, c.options(io, dir, 0), io, chain, format)
			}
			if format != "" && format != "json" {
				return fmt.Errorf("no format %q for --outputs; there is json", format)
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
	f.StringVar(&chain, "chain", "", "print where the value of an attribute comes from, such as `aws_instance.web[0].ami`")
	f.StringVarP(&format, "format", "f", "", "output `format`: json; for --chain also text (the default there)")
	c.register(cmd)
	return cmd
}

func printChain(cmd *cobra.Command, o scan.Options, io *streams, query, format string) error {
	if format == "" {
		format = "text"
	}
	if format != "text" && format != "json" {
		return fmt.Errorf("no format %q for --chain; there are text, json", format)
	}
	answers, err := scan.Ask(cmd.Context(), o, query)
	if err != nil {
		return err
	}
	return writeChains(io.out, answers, format)
}
