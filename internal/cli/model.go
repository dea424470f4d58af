package cli

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report"
	"github.com/threatvet/threatvet/internal/report/exchange"
	"github.com/threatvet/threatvet/internal/scan"
)

// modelFormats are the ways to write the model alone.
var modelFormats = map[string]func(io.Writer, *model.System) error{
	"json":    report.ModelJSON,
	"mermaid": report.Mermaid,
	"d2":      report.D2,
	"dot":     report.DOT,
}

// exchangeFormats are those of other tools, which hold the threats too.
var exchangeFormats = map[string]func(io.Writer, *finding.Report) error{
	"otm":           exchange.OTM,
	"threat-dragon": exchange.ThreatDragon,
	"threagile":     exchange.Threagile,
}

func modelFormatNames() string {
	names := append(slices.Collect(maps.Keys(modelFormats)), slices.Collect(maps.Keys(exchangeFormats))...)
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// writeModel derives the model, and the threats where the format holds them.
func writeModel(ctx context.Context, o scan.Options, w io.Writer, format string) error {
	if write, ok := exchangeFormats[format]; ok {
		r, err := scan.Run(ctx, o)
		if err != nil {
			return err
		}
		return write(w, r)
	}
	write, ok := modelFormats[format]
	if !ok {
		return fmt.Errorf("no format %q; there are %s", format, modelFormatNames())
	}
	s, err := scan.Model(ctx, o)
	if err != nil {
		return err
	}
	defer s.Close()
	return write(w, s.System)
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
			timeout, err := c.timeout()
			if err != nil {
				return err
			}
			return writeModel(cmd.Context(), c.options(std, dir, timeout), std.out, format)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&format, "format", "f", "json", "output `format`: "+modelFormatNames())
	f.BoolVar(&schema, "schema", false, "print the JSON Schema of the model")
	f.BoolVar(&stats, "stats", false, "print how much of the Terraform was understood instead, as text or with --format json")
	c.register(cmd)
	return cmd
}
