package cli

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/threatvet/threatvet/internal/diff"
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report"
	"github.com/threatvet/threatvet/internal/revision"
	"github.com/threatvet/threatvet/internal/risk"
	"github.com/threatvet/threatvet/internal/scan"
)

type scanCommand struct {
	common
	io      *streams
	format  string
	outputs []string
	verbose bool
	newFrom string
	staged  bool
	diff    *diff.Diff // from newFrom, where that is given
}

func newScan(io *streams) *cobra.Command {
	c := &scanCommand{io: io}
	cmd := &cobra.Command{
		Use:   "scan [DIR|PLAN.json|MODEL.json]",
		Short: "Find the threats to the system in DIR, by default the current directory",
		Long: `scan derives the model of the system in DIR, finds the threats to it, rates
each with what is at stake, and shows the worst first.

A plan in JSON (terraform show -json PLAN) can take the place of the Terraform
sources; those beside it say on which line each value stands. So can a model that
"threatvet model" or "threatvet merge" has written.

It exits with 0 where nothing is at or above --fail-on, 1 where something is,
2 where it was used wrongly or found nothing to analyse, and 3 with --strict
where a part could not be analysed.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneDir(args)
			if err != nil {
				return err
			}
			if err := c.load(cmd, dir); err != nil {
				return err
			}
			return c.run(cmd.Context(), dir)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&c.format, "format", "f", "", "output `format`: "+strings.Join(report.FormatNames(), ", ")+" (default text)")
	f.StringArrayVarP(&c.outputs, "output", "o", nil, "write to `file`, in the format that its name ends with, - for standard output (repeatable)")
	f.StringVar(&c.FailOn, "fail-on", "high", "exit with 1 from this `LEVEL` on: low, medium, high, critical or never")
	f.StringVar(&c.Baseline, "baseline", "", "`file` of known findings; only new ones fail")
	f.StringVar(&c.newFrom, "new-from", "", "git `revision` to compare with; only what is new since, or weighs more, fails")
	f.BoolVar(&c.staged, "staged", false, "look at what is staged for the next commit; only what is new since --new-from, or else HEAD, fails")
	f.BoolVar(&c.OmitAccepted, "omit-accepted", false, "leave accepted findings out")
	f.BoolVarP(&c.verbose, "verbose", "v", false, "show low and latent findings too")
	c.register(cmd)
	c.registerThreats(cmd)
	return cmd
}

func (c *scanCommand) run(ctx context.Context, dir string) error {
	if err := checkLevel(c.FailOn); err != nil {
		return err
	}
	targets, err := c.targets(dir)
	if err != nil {
		return err
	}
	found, err := c.found(ctx, dir)
	if err != nil {
		return err
	}
	for _, t := range targets {
		if err := t.write(found); err != nil {
			return err
		}
	}
	return c.verdict(found)
}

// found scans, and marks what an older revision or a baseline knows already.
func (c *scanCommand) found(ctx context.Context, dir string) (*finding.Report, error) {
	if c.staged || c.newFrom != "" {
		return c.sinceRevision(ctx, dir)
	}
	found, err := c.report(ctx, c.io, dir)
	if err != nil || c.Baseline == "" {
		return found, err
	}
	return found, c.compareBaseline(found)
}

func (c *scanCommand) compareBaseline(found *finding.Report) error {
	file, err := os.Open(c.Baseline)
	if err != nil {
		return err
	}
	defer file.Close()
	known, err := finding.ReadBaseline(file)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Baseline, err)
	}
	finding.ApplyBaseline(found.Findings, known)
	return nil
}

// sinceRevision scans what is there now and what was there at a revision. The
// two do not depend on each other.
func (c *scanCommand) sinceRevision(ctx context.Context, dir string) (*finding.Report, error) {
	repository, err := revision.Open(ctx, scan.Directory(dir))
	if err != nil {
		return nil, err
	}
	timeout, err := c.timeout()
	if err != nil {
		return nil, err
	}
	options := c.options(c.io, dir, timeout)
	var before, now *finding.Report
	both, ctx := errgroup.WithContext(ctx)
	both.Go(func() (err error) {
		earlier := options
		earlier.Progress = nil
		before, err = c.before(ctx, repository, earlier)
		return err
	})
	both.Go(func() (err error) {
		if c.staged {
			now, err = scan.RunStaged(ctx, repository, options)
		} else {
			now, err = scan.Run(ctx, options)
		}
		return err
	})
	if err := both.Wait(); err != nil {
		return nil, err
	}
	c.diff = diff.Compare(before, now)
	return now, nil
}

// before is what was found at the revision to compare with. Before the first
// commit, that is nothing.
func (c *scanCommand) before(ctx context.Context, repository *revision.Repository, options scan.Options) (*finding.Report, error) {
	name := cmp.Or(c.newFrom, "HEAD")
	if c.newFrom == "" && !repository.HasCommits(ctx) {
		return scan.Empty(""), nil
	}
	commit, err := repository.Resolve(ctx, name)
	if err != nil {
		return nil, err
	}
	return scan.RunRevision(ctx, repository, commit, options)
}

// report scans a directory, or rates a model, with the flags that all commands share.
func (c *common) report(ctx context.Context, io *streams, dir string) (*finding.Report, error) {
	timeout, err := c.timeout()
	if err != nil {
		return nil, err
	}
	sys, err := readModel(dir)
	if err != nil {
		return nil, err
	}
	if sys != nil {
		return scan.Assess(ctx, sys, c.options(io, dir, timeout))
	}
	return scan.Run(ctx, c.options(io, dir, timeout))
}

func (c *common) options(io *streams, dir string, timeout time.Duration) scan.Options {
	o := scan.Options{
		Dir:           dir,
		VarFiles:      c.VarFiles,
		Workspace:     c.Workspace,
		Go:            scan.GoOptions{Tags: c.Tags, OS: c.GoOS, Arch: c.GoArch, Tests: c.Tests},
		Variables:     variables(os.Environ()),
		Only:          c.Only,
		Skip:          c.Skip,
		PolicyTimeout: timeout,
		Today:         time.Now(),
	}
	if terminal(io.err) && !c.quiet {
		o.Progress = func(what string) { fmt.Fprintf(io.err, "\r\x1b[K%s …\r", what) }
	}
	return o
}

// variables picks Terraform's own variables out of the environment.
func variables(environ []string) map[string]string {
	set := map[string]string{}
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		if name, ok := strings.CutPrefix(name, "TF_VAR_"); ok {
			set[name] = value
		}
	}
	return set
}

// levels from the least to the greatest.
var levels = []risk.Level{risk.Low, risk.Medium, risk.High, risk.Critical}

const never = "never"

func checkLevel(word string) error {
	if word == never || slices.Contains(levels, risk.Level(word)) {
		return nil
	}
	return fmt.Errorf("--fail-on %s: no such level; there are low, medium, high, critical, and never", word)
}

// verdict says how many findings count, and turns them into the exit code.
func (c *scanCommand) verdict(r *finding.Report) error {
	failing := c.failing(r)
	lost := 0
	for _, g := range r.System.Gaps {
		if g.Severity == "error" {
			lost++
		}
	}
	if !c.quiet {
		c.say(r, failing, lost)
	}
	switch {
	case failing > 0:
		return &exitError{code: exitFound}
	case lost > 0 && c.Strict:
		return &exitError{code: exitPartial, message: fmt.Sprintf("%d %s could not be analysed, and --strict is on", lost, plural(lost, "part", "parts"))}
	}
	return nil
}

// failing counts the findings that fail the scan: all at or above the level, or
// with something to compare with those that have come or weigh more.
func (c *scanCommand) failing(r *finding.Report) int {
	if c.diff != nil {
		return weighing(c.diff, c.FailOn)
	}
	n := 0
	for _, f := range r.Findings {
		if counts(f) && atOrAbove(f.Rating.Level, c.FailOn) {
			n++
		}
	}
	return n
}

// counts reports whether a finding can fail the scan.
func counts(f *finding.Finding) bool {
	return !f.Accepted() && f.Status != "unchanged" && !f.Rating.Latent
}

func atOrAbove(l risk.Level, bar string) bool {
	return bar != never && slices.Index(levels, l) >= slices.Index(levels, risk.Level(bar))
}

func (c *scanCommand) say(r *finding.Report, failing, lost int) {
	if terminal(c.io.err) {
		fmt.Fprint(c.io.err, "\r\x1b[K")
	}
	fmt.Fprint(c.io.err, report.Summary(r))
	if c.FailOn != never && failing > 0 {
		fmt.Fprintf(c.io.err, ", %d at or above %s", failing, c.FailOn)
	}
	if lost > 0 {
		fmt.Fprintf(c.io.err, "; %d %s could not be analysed", lost, plural(lost, "part", "parts"))
	}
	fmt.Fprintln(c.io.err)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
