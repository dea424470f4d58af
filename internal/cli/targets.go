package cli

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report"
	"github.com/threatvet/threatvet/internal/scan"
)

// target is one place that a report is written to; an empty file is standard
// output.
type target struct {
	file    string
	format  report.Format
	options report.Options
	out     io.Writer
}

// targets decides what is written where: each -o in the format of its name, or
// in --format where the name says nothing or there is but one file; standard
// output where there is no -o, or where it is -.
func (c *scanCommand) targets(dir string) ([]target, error) {
	chosen, err := c.chosenFormat()
	if err != nil {
		return nil, err
	}
	options := report.Options{Text: report.TextOptions{Verbose: c.verbose}}
	options.SARIF.Version = version()
	options.SARIF.OmitAccepted = c.OmitAccepted
	if root, err := os.OpenRoot(scan.Directory(dir)); err == nil {
		options.SARIF.Source = root.FS()
	}
	if len(c.outputs) == 0 {
		options.Text.Color = terminal(c.io.out)
		options.Text.Width = 100
		return []target{{format: chosen, options: options, out: c.io.out}}, nil
	}
	options.Text.Width = 100
	var targets []target
	for _, file := range c.outputs {
		if file == "-" {
			targets = append(targets, target{format: chosen, options: options, out: c.io.out})
			continue
		}
		format, known := report.FormatFor(file)
		if !known || c.format != "" && len(c.outputs) == 1 {
			format = chosen
		}
		targets = append(targets, target{file: file, format: format, options: options})
	}
	return targets, nil
}

func (c *scanCommand) chosenFormat() (report.Format, error) {
	name := c.format
	if name == "" {
		name = "text"
	}
	format, ok := report.FormatNamed(name)
	if !ok {
		return report.Format{}, fmt.Errorf("no format %q; there are %s", name, strings.Join(report.FormatNames(), ", "))
	}
	return format, nil
}

func (t target) write(r *finding.Report) error {
	write := func(w io.Writer) error { return t.format.Write(w, r, t.options) }
	if t.file != "" {
		return writeFile(t.file, write)
	}
	out := &checked{w: t.out}
	if err := write(out); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	if out.err != nil {
		return fmt.Errorf("standard output: %w", out.err)
	}
	return nil
}
