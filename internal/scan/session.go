package scan

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/gosystem"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/policy"
	"github.com/threatvet/threatvet/internal/sourcetree"
)

// Session scans one directory again and again while it is being edited. A whole
// scan tells what is there; after that, an edit costs a scan of the roots that it
// concerns and of those that the model joins to them, and what the edit makes of
// their findings is applied to those of the whole. It is for one goroutine at a
// time.
type Session struct {
	options func(Options) Options
	whole   *finding.Report
	roots   []rootSources
	joins   *joins
	code    *keptCode
	stale   bool // code has changed since it was read
	groups  []*group
	// seen are the texts that were not saved at the whole scan.
	seen     map[string][]byte
	dirs     *sourcetree.Listing
	policies *policy.Kept
}

// group is a set of roots that an edit concerned: what was found in them at the
// whole scan, and what is found now.
type group struct {
	roots  []string
	code   bool
	before *finding.Report
	now    *finding.Report
}

// ErrWholeNeeded says that an edit concerns what no whole scan has seen.
var ErrWholeNeeded = errors.New("only a whole scan can tell")

// NewSession returns a session whose scans have the options that set fills in.
func NewSession(set func(Options) Options) *Session { return &Session{options: set} }

// Whole scans all of the directory.
func (s *Session) Whole(ctx context.Context, overlay map[string][]byte) error {
	all := &part{}
	if !s.stale {
		all.code = s.code
	}
	scan, err := s.open(all, overlay)
	if err != nil {
		return err
	}
	defer scan.Close()
	scan.policies = &policy.Kept{}
	if err := scan.model(ctx); err != nil {
		return err
	}
	found, err := scan.Threats(ctx)
	if err != nil {
		return err
	}
	s.whole, s.code, s.stale, s.roots, s.groups = found, all.code, false, scan.roots, nil
	s.seen, s.joins = maps.Clone(overlay), joined(scan.roots, found.System)
	s.dirs, s.policies = sourcetree.NewListing(), scan.policies
	return nil
}

// CodeChanged says that Go code was saved, so that the next whole scan reads it
// again.
func (s *Session) CodeChanged() { s.stale = true }

// Done reports whether there was a whole scan.
func (s *Session) Done() bool { return s.whole != nil }

// Prepare scans what an edit of a file would concern, as it was at the whole
// scan, so that the first edit need not.
func (s *Session) Prepare(ctx context.Context, file string) error {
	g := s.concerned(file)
	if g == nil {
		return ErrWholeNeeded
	}
	return s.settle(ctx, g)
}

// Edited scans what the edit of a file concerns.
func (s *Session) Edited(ctx context.Context, file string, overlay map[string][]byte) error {
	g := s.concerned(file)
	if g == nil {
		return ErrWholeNeeded
	}
	if err := s.settle(ctx, g); err != nil {
		return err
	}
	now, err := s.scan(ctx, g, overlay)
	if err != nil {
		return err
	}
	g.now = now
	return nil
}

// Cures reports whether a finding, which stands in Terraform, is gone with the
// texts of the overlay, and nothing that is worse or cannot be read has come.
func (s *Session) Cures(ctx context.Context, f *finding.Finding, overlay map[string][]byte) (bool, error) {
	g := s.concerned(f.Location.File)
	if g == nil {
		return false, ErrWholeNeeded
	}
	if err := s.settle(ctx, g); err != nil {
		return false, err
	}
	then, err := s.scan(ctx, g, overlay)
	if err != nil {
		return false, err
	}
	now := g.now
	if now == nil {
		now = g.before
	}
	return cured(f, now, then), nil
}

// Concerns lists the roots that an edit of a file makes a session scan again.
func (s *Session) Concerns(file string) []string {
	if g := s.concerned(file); g != nil {
		return g.roots
	}
	return nil
}

func (s *Session) settle(ctx context.Context, g *group) error {
	if g.before != nil {
		return nil
	}
	before, err := s.scan(ctx, g, s.seen)
	if err != nil {
		return err
	}
	g.before = before
	return nil
}

func (s *Session) scan(ctx context.Context, g *group, overlay map[string][]byte) (*finding.Report, error) {
	p := &part{roots: g.roots, code: &keptCode{}}
	if g.code {
		p.code = s.code
	}
	scan, err := s.open(p, overlay)
	if err != nil {
		return nil, err
	}
	defer scan.Close()
	scan.policies = s.policies
	scan.sources, scan.around = s.dirs.Of("sources", scan.sources), s.dirs.Of("around", scan.around)
	if err := scan.model(ctx); err != nil {
		return nil, err
	}
	return scan.Threats(ctx)
}

func (s *Session) open(p *part, overlay map[string][]byte) (*Scan, error) {
	scan, err := open(s.options(Options{Overlay: overlay}))
	if err != nil {
		return nil, err
	}
	scan.part = p
	return scan, nil
}

// concerned returns the group of an edited file of Terraform: the roots that are
// evaluated from its directory, and all that are joined to them. A group that
// shares roots with it becomes part of it. Nil where no root is known.
func (s *Session) concerned(file string) *group {
	if s.whole == nil {
		return nil
	}
	dir := path.Dir(file)
	var start []string
	for _, r := range s.roots {
		if slices.Contains(r.From, dir) {
			start = append(start, r.Dir)
		}
	}
	if len(start) == 0 {
		return nil
	}
	want := &group{}
	want.roots, want.code = s.joins.with(start)
	var apart []*group
	for _, g := range s.groups {
		if !overlap(g.roots, want.roots) {
			apart = append(apart, g)
			continue
		}
		if containsAll(g.roots, want.roots) {
			return g
		}
		want.roots, want.code = s.joins.with(append(want.roots, g.roots...))
	}
	s.groups = append(apart, want)
	return want
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

func containsAll(a, b []string) bool {
	return !slices.ContainsFunc(b, func(x string) bool { return !slices.Contains(a, x) })
}

// Context lists what is wrong with the context files as far as they alone tell
// it, which needs no scan.
func (s *Session) Context(overlay map[string][]byte) ([]businesscontext.Problem, error) {
	scan, err := s.open(nil, overlay)
	if err != nil {
		return nil, err
	}
	defer scan.Close()
	_, problems := businesscontext.Load(scan.around, scan.prefix)
	return problems, nil
}

// part is what of the sources a scan reads: some roots, and code that was read
// before.
type part struct {
	roots []string
	code  *keptCode
}

// keptCode is the Go half of a model. Later stages write into a model, so each scan
// gets its own copy.
type keptCode struct {
	text  []byte // none for no code at all
	stats gosystem.Stats
}

func keepCode(sys *model.System, stats gosystem.Stats) (*keptCode, error) {
	text, err := encoded(sys)
	if err != nil {
		return nil, fmt.Errorf("model of the code: %w", err)
	}
	return &keptCode{text, stats}, nil
}

func (k *keptCode) copy() (*model.System, gosystem.Stats, error) {
	if len(k.text) == 0 {
		return model.New(), k.stats, nil
	}
	sys, err := model.Read(strings.NewReader(string(k.text)))
	return sys, k.stats, err
}

// File is a file of the directory, read with what is not saved in its place.
func (s *Session) File(name string, overlay map[string][]byte) ([]byte, error) {
	scan, err := s.open(nil, overlay)
	if err != nil {
		return nil, err
	}
	defer scan.Close()
	if !fs.ValidPath(name) {
		return nil, fs.ErrInvalid
	}
	return fs.ReadFile(scan.sources, name)
}
