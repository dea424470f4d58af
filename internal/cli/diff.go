package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/threatvet/threatvet/internal/diff"
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report"
	"github.com/threatvet/threatvet/internal/revision"
	"github.com/threatvet/threatvet/internal/sarif"
	"github.com/threatvet/threatvet/internal/scan"
)

type diffCommand struct {
	common
	io      *streams
	dir     string
	format  string
	output  string
	verbose bool
}

func newDiff(std *streams) *cobra.Command {
	c := &diffCommand{io: std}
	cmd := &cobra.Command{
		Use:   "diff BASE [HEAD]",
		Short: "Say what a change does to the system: ways in, rights, paths, controls, threats",
		Long: `diff compares the system at two revisions of git and says what the change does to
it: what attackers reach now and did not, who may do more, which attack paths open
or close, which threats are new or gone.

HEAD is the work tree as it is, with what is not committed, unless it is named.
BASE...HEAD compares with the last commit that both have in common, which is what
a pull request adds. The work tree, the index and the branches are not touched.

BASE and HEAD may also be two models that "threatvet model" has written.

It exits like scan, counting what is new or weighs more than before.`,
		Example: `  threatvet diff main
  threatvet diff origin/main...HEAD --format markdown
  threatvet diff before.json after.json`,
		RunE: func(cmd *cobra.Command, args []string) error {
			base, head, err := sides(args)
			if err != nil {
				return err
			}
			if err := c.load(cmd, c.dir); err != nil {
				return err
			}
			return c.run(cmd.Context(), base, head)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&c.dir, "dir", "C", ".", "the `directory` to compare")
	f.StringVarP(&c.format, "format", "f", "text", "output `format`: "+strings.Join(diffFormatNames(), ", "))
	f.StringVarP(&c.output, "output", "o", "", "write to `file` instead of standard output")
	f.StringVar(&c.FailOn, "fail-on", "high", "exit with 1 from this `LEVEL` on: low, medium, high, critical or never")
	f.BoolVarP(&c.verbose, "verbose", "v", false, "show every change, and low and latent findings too")
	c.register(cmd)
	c.registerThreats(cmd)
	return cmd
}

// sides takes BASE [HEAD], BASE..HEAD or BASE...HEAD apart. The last stands for
// itself: its base is found later.
func sides(args []string) (base, head string, err error) {
	switch len(args) {
	case 1:
		for _, dots := range []string{"...", ".."} {
			if base, head, ok := strings.Cut(args[0], dots); ok {
				if dots == "..." {
					return args[0], orHead(head), nil
				}
				return orHead(base), orHead(head), nil
			}
		}
		return args[0], "", nil
	case 2:
		return args[0], args[1], nil
	}
	return "", "", errors.New("name what to compare with, and with what: threatvet diff main, or threatvet diff v1.0 v1.1")
}

func orHead(name string) string {
	if name == "" {
		return "HEAD"
	}
	return name
}

// diffFormats are the ways to write a difference.
var diffFormats = map[string]func(io.Writer, *diff.Diff, *diffCommand) error{
	"text": func(w io.Writer, d *diff.Diff, c *diffCommand) error {
		return report.DiffText(w, d, report.TextOptions{Color: c.output == "" && terminal(c.io.out), Width: 100, Verbose: c.verbose})
	},
	"markdown": func(w io.Writer, d *diff.Diff, _ *diffCommand) error { return report.DiffMarkdown(w, d) },
	"json":     func(w io.Writer, d *diff.Diff, _ *diffCommand) error { return report.DiffJSON(w, d) },
	"sarif": func(w io.Writer, d *diff.Diff, c *diffCommand) error {
		o := sarif.Options{Version: version(), OmitAccepted: c.OmitAccepted}
		if root, err := os.OpenRoot(c.dir); err == nil {
			defer root.Close()
			o.Source = root.FS()
		}
		return sarif.Write(w, d.After, o)
	},
}

func diffFormatNames() []string { return slices.Sorted(maps.Keys(diffFormats)) }

func (c *diffCommand) run(ctx context.Context, base, head string) error {
	if err := checkLevel(c.FailOn); err != nil {
		return err
	}
	write, ok := diffFormats[c.format]
	if !ok {
		return fmt.Errorf("no format %q; there are %s", c.format, strings.Join(diffFormatNames(), ", "))
	}
	d, err := c.compare(ctx, base, head)
	if err != nil {
		return err
	}
	if c.output != "" {
		err = writeFile(c.output, func(w io.Writer) error { return write(w, d, c) })
	} else {
		out := &checked{w: c.io.out}
		if err = write(out, d, c); err == nil {
			err = out.err
		}
	}
	if err != nil {
		return err
	}
	return c.verdict(d)
}

func (c *diffCommand) compare(ctx context.Context, base, head string) (*diff.Diff, error) {
	if isModel(base) || isModel(head) {
		return c.compareModels(ctx, base, head)
	}
	before, after, err := c.scanned(ctx, base, head)
	if err != nil {
		return nil, err
	}
	return diff.Compare(before, after), nil
}

// scanned reads both sides from the repository.
func (c *diffCommand) scanned(ctx context.Context, base, head string) (before, after *finding.Report, err error) {
	repository, err := revision.Open(ctx, c.dir)
	if err != nil {
		return nil, nil, err
	}
	from, to, err := commits(ctx, repository, base, head)
	if err != nil {
		return nil, nil, err
	}
	timeout, err := c.timeout()
	if err != nil {
		return nil, nil, err
	}
	options := c.options(c.io, c.dir, timeout)
	if before, err = scan.RunRevision(ctx, repository, from, options); err != nil {
		return nil, nil, err
	}
	if to == "" {
		after, err = scan.Run(ctx, options)
	} else {
		after, err = scan.RunRevision(ctx, repository, to, options)
	}
	return before, after, err
}

// commits resolves both sides. An empty head stays empty: the work tree.
func commits(ctx context.Context, r *revision.Repository, base, head string) (from, to string, err error) {
	if head != "" {
		if to, err = r.Resolve(ctx, head); err != nil {
			return "", "", err
		}
	}
	branch, _, merge := strings.Cut(base, "...")
	if from, err = r.Resolve(ctx, orHead(branch)); err != nil || !merge {
		return from, to, err
	}
	from, err = r.MergeBase(ctx, from, to)
	return from, to, err
}

func isModel(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular() && strings.HasSuffix(name, ".json")
}

func (c *diffCommand) compareModels(ctx context.Context, base, head string) (*diff.Diff, error) {
	if head == "" || !isModel(base) || !isModel(head) {
		return nil, errors.New("a model is compared with another model: threatvet diff before.json after.json")
	}
	before, err := c.assessed(ctx, base)
	if err != nil {
		return nil, err
	}
	after, err := c.assessed(ctx, head)
	if err != nil {
		return nil, err
	}
	return diff.Compare(before, after), nil
}

func (c *diffCommand) assessed(ctx context.Context, name string) (*finding.Report, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	sys, err := model.Read(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	timeout, err := c.timeout()
	if err != nil {
		return nil, err
	}
	return scan.Assess(ctx, sys, c.options(c.io, c.dir, timeout))
}

func (c *diffCommand) verdict(d *diff.Diff) error {
	if !c.quiet {
		if terminal(c.io.err) {
			fmt.Fprint(c.io.err, "\r\x1b[K")
		}
		fmt.Fprintln(c.io.err, report.DiffSummary(d))
	}
	if weighing(d, c.FailOn) > 0 {
		return &exitError{code: exitFound}
	}
	if n := len(d.Blind); n > 0 && c.Strict {
		return &exitError{code: exitPartial, message: fmt.Sprintf("%d %s can no longer be analysed, and --strict is on", n, plural(n, "part", "parts"))}
	}
	return nil
}

// weighing counts the findings at or above a level that a change brings: new
// ones, and those that weigh more than before.
func weighing(d *diff.Diff, bar string) int {
	n := 0
	heavy := func(f *finding.Finding) bool {
		return !f.Accepted() && !f.Rating.Latent && atOrAbove(f.Rating.Level, bar)
	}
	for _, f := range d.New {
		if heavy(f) {
			n++
		}
	}
	for _, p := range d.Changed {
		if p.Raised() && heavy(p.After) {
			n++
		}
	}
	return n
}
