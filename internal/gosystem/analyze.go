package gosystem

import (
	"context"
	"encoding/json"
	"fmt"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"github.com/threatvet/threatvet/internal/gosystem/driver"
	"github.com/threatvet/threatvet/internal/gosystem/fragment"
	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/model"
)

// Analyze reads the Go modules below a directory. What cannot be analysed is a
// gap of the system; an error means that the work was cancelled or that this
// program cannot work at all.
func Analyze(ctx context.Context, o Options) (*model.System, Stats, error) {
	sys := model.New()
	root, err := filepath.EvalSymlinks(o.Dir)
	if err != nil {
		return nil, Stats{}, fmt.Errorf("go: %w", err)
	}
	o.Dir = root
	dirs := modules(root)
	stats := Stats{Modules: len(dirs)}
	if len(dirs) == 0 {
		return sys, stats, nil
	}
	s := &scanner{o: o, sys: sys, frags: map[string]*fragment.Fragment{}, store: driver.Store{Dir: o.Cache}}
	s.packLibraries()
	if _, err := exec.LookPath("go"); err != nil {
		s.gap("error", "Go sources", "there is no go command, so nothing of the Go code was analysed", "install Go, or add it to PATH", dirs[0])
		return sys, stats, nil
	}
	switch err := s.modules(ctx, dirs); {
	case ctx.Err() != nil:
		return nil, stats, ctx.Err()
	case err != nil: // what else there is, Terraform above all, is still worth reading
		s.gap("error", "Go sources", "the go command failed: "+strings.TrimSpace(err.Error()), "see that `go list ./...` works there, then scan again", dirs[0])
	}
	stats.Packages, stats.Checked = len(s.frags), s.checked
	if err := s.assemble(); err != nil {
		return nil, stats, err
	}
	sys.Sort()
	return sys, stats, nil
}

func (s *scanner) modules(ctx context.Context, dirs []string) error {
	var err error
	if s.env, err = environmentOf(ctx, s.o); err != nil {
		return err
	}
	if s.program, err = thisProgram(); err != nil {
		return fmt.Errorf("this program: %w", err)
	}
	flags.Lock()
	defer flags.Unlock()
	if err := s.tell(); err != nil {
		return err
	}
	for _, dir := range dirs {
		if err := s.module(ctx, dir); err != nil {
			return err
		}
	}
	s.store.Trim()
	return nil
}

// scanner collects what the analyzers say of all modules.
type scanner struct {
	o     Options
	sys   *model.System
	extra string // packed library descriptions
	frags map[string]*fragment.Fragment
	roots map[string]string // package -> module directory
	// outOfSight are the cloud services that dependencies of a program call.
	outOfSight map[string][]string
	// settings are those of the go command for the module at hand.
	settings []string
	// said is what is wrong with the first package that does not compile, of the
	// module at hand.
	said    string
	diags   []diagnostic
	checked int
	env     environment
	program string
	store   driver.Store
}

func (s *scanner) gap(severity, what, why, do, dir string) {
	s.sys.Gaps = append(s.sys.Gaps, &model.Gap{
		Severity: severity, What: what, Why: why, Do: do,
		Location: model.Location{File: path.Join(dir, "go.mod")},
	})
}

func (s *scanner) packLibraries() {
	if s.o.Libraries == nil {
		return
	}
	packed, diags := library.Pack(s.o.Libraries)
	for _, d := range diags {
		gap := &model.Gap{Severity: "error", What: "library description: " + d.Summary, Why: d.Detail, Do: "correct it"}
		if d.Subject != nil {
			gap.Location = model.Location{File: path.Join(".threatvet/libraries", d.Subject.Filename), Line: d.Subject.Start.Line}
		}
		s.sys.Gaps = append(s.sys.Gaps, gap)
	}
	// A command line takes only so much; a library of that size is a mistake.
	if len(packed) > 100<<10 {
		s.gap("error", "library descriptions", "they are too large to be used", "shorten them", ".threatvet")
		return
	}
	s.extra = packed
}

// take sorts what analyzers said into fragments and findings.
func (s *scanner) take(diags []diagnostic, dir string) {
	if s.roots == nil {
		s.roots = map[string]string{}
	}
	for _, d := range diags {
		if d.Category == fragment.Category {
			f := &fragment.Fragment{}
			if json.Unmarshal([]byte(d.Message), f) == nil && s.frags[f.Package] == nil {
				s.frags[f.Package] = f
				s.roots[f.Package] = dir
			}
			continue
		}
		file, _, _ := position(d.Posn)
		if s.o.Tests || !strings.HasSuffix(file, "_test.go") {
			s.diags = append(s.diags, d)
		}
	}
}
