package scan

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/threatvet/threatvet/internal/builds"
	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/gosystem"
	"github.com/threatvet/threatvet/internal/link"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
	"github.com/threatvet/threatvet/internal/topology"
)

// read turns the sources into the two halves of the model. They do not depend
// on each other and take about as long, so they run side by side.
func (s *Scan) read(ctx context.Context) error {
	var (
		wait            sync.WaitGroup
		infra, code     *model.System
		infraErr, goErr error
		codeStats       gosystem.Stats
	)
	s.say("reading Terraform and Go")
	wait.Go(func() { infra, infraErr = s.terraform(ctx) })
	wait.Go(func() { code, codeStats, goErr = s.code(ctx) })
	wait.Wait()
	if err := errors.Join(infraErr, goErr); err != nil {
		return err
	}
	s.Stats.GoPackages = codeStats.Packages
	if s.Stats.TerraformFiles == 0 && codeStats.Modules == 0 {
		return &NothingError{Dir: s.options.Dir}
	}
	s.System.Merge(infra)
	s.System.Merge(code)
	return nil
}

// code reads the Go half, or takes it from an earlier scan.
func (s *Scan) code(ctx context.Context) (*model.System, gosystem.Stats, error) {
	if s.part != nil && s.part.code != nil {
		return s.part.code.copy()
	}
	sys, stats, err := gosystem.Analyze(ctx, s.goOptions())
	if err == nil && s.part != nil {
		s.part.code, err = keepCode(sys, stats)
	}
	return sys, stats, err
}

func (s *Scan) goOptions() gosystem.Options {
	o := s.options.Go
	return gosystem.Options{Dir: s.tree.Name(), Libraries: s.user("libraries"), Tags: o.Tags, OS: o.OS, Arch: o.Arch, Tests: o.Tests, Cache: kept()}
}

// kept is where results are kept from scan to scan, or empty where the user has
// no place for such things.
func kept() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "threatvet", "go")
}

func (s *Scan) terraform(ctx context.Context) (*model.System, error) {
	types, err := catalog.Default()
	if err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	var gaps []*model.Gap
	if own := s.user("catalog"); own != nil {
		if err := types.Extend(own); err != nil {
			gaps = append(gaps, &model.Gap{Severity: "error", What: "the resource types in .threatvet/catalog", Why: err.Error(), Do: "correct the file; the built-in types were used"})
		}
	}
	result, err := terraform.Load(ctx, s.loadOptions(types))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.options.Dir, err)
	}
	s.roots = sourcesOf(result)
	infra, err := types.BuildContext(ctx, result)
	if err != nil {
		return nil, err
	}
	infra.Gaps = append(infra.Gaps, gaps...)
	infra.Gaps = append(infra.Gaps, diagnosed(result.Diagnostics, "Terraform")...)
	s.Stats.TerraformFiles = result.Files
	coverage := types.Stats(result)
	s.Stats.Resources, s.Stats.Understood = coverage.Resources, coverage.Understood
	return infra, nil
}

func slashed(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = filepath.ToSlash(n)
	}
	return out
}

// diagnosed turns problems in HCL sources into gaps of the model.
func diagnosed(diags hcl.Diagnostics, what string) []*model.Gap {
	var gaps []*model.Gap
	for _, d := range diags {
		gap := &model.Gap{Severity: "error", What: what + ": " + d.Summary, Why: d.Detail}
		if d.Severity == hcl.DiagWarning {
			gap.Severity = "warning"
		}
		if d.Subject != nil {
			gap.Location = model.Location{File: d.Subject.Filename, Line: d.Subject.Start.Line, Column: d.Subject.Start.Column}
		}
		gaps = append(gaps, gap)
	}
	return gaps
}

// joinWithContext links code to infrastructure and puts into the model what the
// owners wrote, of links and of all else.
func (s *Scan) joinWithContext() {
	for _, p := range s.readContext() {
		s.System.Gaps = append(s.System.Gaps, &model.Gap{
			Severity: p.Severity,
			What:     "context: " + p.Message,
			Why:      "what it says there was not used",
			Do:       "correct it; `threatvet context check` checks the file alone",
			Location: p.Location,
		})
	}
}

func (s *Scan) readContext() []businesscontext.Problem {
	s.say("context and owners")
	c, problems := businesscontext.Load(s.around, s.prefix)
	s.Context = c
	stated, wrong := c.Stated(s.System)
	problems = append(problems, wrong...)
	link.Join(s.System, link.Evidence{Stated: stated, Artifacts: builds.Read(s.sources, s.programs())})
	problems = append(problems, c.Apply(s.System)...)
	return append(problems, c.Check(s.options.Today)...)
}

// programs are the directories of the packages main.
func (s *Scan) programs() []string {
	var dirs []string
	for _, e := range s.System.Elements {
		if e.Kind == "go.service" {
			dirs = append(dirs, path.Dir(e.Location.File))
		}
	}
	return dirs
}

// CheckContext lists what is wrong with the context files, which needs the
// model for the names in them.
func CheckContext(ctx context.Context, o Options) ([]businesscontext.Problem, error) {
	s, err := open(o)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	if err := s.read(ctx); err != nil {
		return nil, err
	}
	return s.readContext(), nil
}

// DraftContext writes a context file to begin with, from what the model holds.
func DraftContext(ctx context.Context, o Options) ([]byte, error) {
	s, err := open(o)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	if err := s.read(ctx); err != nil {
		return nil, err
	}
	s.joinWithContext()
	topology.Compute(s.System, s.categories()...)
	s.System.Sort()
	return businesscontext.Draft(s.System), nil
}

func (s *Scan) loadOptions(types *catalog.Catalog) terraform.Options {
	var roots []string
	if s.part != nil {
		roots = s.part.roots
	}
	return terraform.Options{
		FS:        s.sources,
		Roots:     roots,
		Plan:      s.plan,
		VarFiles:  slashed(s.options.VarFiles),
		Env:       s.options.Variables,
		Workspace: s.options.Workspace,
		Schema:    types,
	}
}
