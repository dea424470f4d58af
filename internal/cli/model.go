package cli

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report"
	"github.com/threatvet/threatvet/internal/scan"
)

// modelFormats are the ways to write the model.
var modelFormats = map[string]func(io.Writer, *model.System) error{
	"json":    report.ModelJSON,
	"mermaid": report.Mermaid,
	"d2":      report.D2,
}

func modelFormatNames() string {
	return strings.Join(slices.Sorted(maps.Keys(modelFormats)), ", ")
}

func printSchema(w io.Writer) error {
	text, err := model.Schema()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", text)
	return err
}

// printStats writes text unless a format was asked for.
func printStats(cmd *cobra.Command, o scan.Options, w io.Writer, format string) error {
	if !cmd.Flags().Changed("format") {
		format = "text"
	}
	if format != "text" && format != "json" {
		return fmt.Errorf("no format %q for --stats; there are text, json", format)
	}
	c, err := scan.Cover(cmd.Context(), o)
	if err != nil {
		return err
	}
	return writeStats(w, c, format)
}

func newModel(std *streams) *cobra.Command {
	var (
		c      common
		format string
		schema bool
		stats  bool
	)
	cmd := &cobra.Command{
		Use:   "model [DIR|PLAN.json]",
		Short: "Print the model of the system: elements, flows, identities, paths",
		RunE: func(cmd *cobra.Command, args []string) error {
			if schema {
				return printSchema(std.out)
			}
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			if stats {
				return printStats(cmd, c.options(std, dir, 0), std.out, format)
			}
			write, ok := modelFormats[format]
			if !ok {
				return fmt.Errorf("no format %q; there are %s", format, modelFormatNames())
			}
			s, err := scan.Model(cmd.Context(), c.options(std, dir, 0))
			if err != nil {
				return err
			}
			defer s.Close()
			return write(std.out, s.System)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&format, "format", "f", "json", "output `format`: "+modelFormatNames())
	f.BoolVar(&schema, "schema", false, "print the JSON Schema of the model")
	f.BoolVar(&stats, "stats", false, "print how much of the Terraform was understood instead, as text or with --format json")
	c.register(cmd)
	return cmd
}
