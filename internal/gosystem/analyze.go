package gosystem

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/gosystem/fragment"
	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/sourcetree"
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
	if o.Tool == "" {
		if o.Tool, err = os.Executable(); err != nil {
			return nil, stats, fmt.Errorf("vet tool: %w", err)
		}
	}
	s := &scanner{o: o, sys: sys, frags: map[string]*fragment.Fragment{}}
	s.packLibraries()
	if _, err := exec.LookPath("go"); err != nil {
		s.gap("error", "Go sources", "there is no go command, so nothing of the Go code was analysed", "install Go, or add it to PATH", dirs[0])
		return sys, stats, nil
	}
	for _, dir := range dirs {
		if err := s.module(ctx, dir); err != nil {
			return nil, stats, err
		}
	}
	stats.Packages = len(s.frags)
	if err := s.assemble(); err != nil {
		return nil, stats, err
	}
	sys.Sort()
	return sys, stats, nil
}

// scanner collects what the analyzers say of all modules.
type scanner struct {
	o     Options
	sys   *model.System
	extra string // packed library descriptions
	frags map[string]*fragment.Fragment
	roots map[string]string // package -> module directory
	// settings are those of the go command for the module at hand.
	settings []string
	// said is what go vet said of the module at hand where it failed.
	said  string
	diags []diagnostic
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

// listed is a package as go list shows it.
type listed struct {
	ImportPath    string
	Dir           string
	Name          string
	GoFiles       []string
	CgoFiles      []string
	TestGoFiles   []string
	XTestGoFiles  []string
	EmbedPatterns []string
	Imports       []string
	DepsErrors    []listError
	Error         *listError
	Module        *struct{ Path string }
}

type listError struct{ Err string }

// module analyses one module: what is complete by go vet, the rest alone.
func (s *scanner) module(ctx context.Context, dir string) error {
	at := filepath.Join(s.o.Dir, filepath.FromSlash(dir))
	patterns := s.o.Patterns
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	s.settings, s.said = s.workspace(ctx, at), ""
	pkgs, refused, err := s.list(ctx, at, patterns)
	if err != nil {
		return err
	}
	shown, done, err := shownFor(pkgs, s.o.Tests)
	if err != nil {
		return err
	}
	defer done()
	s.settings = append(s.settings, shown...)
	var whole, broken []*listed
	for _, p := range pkgs {
		switch {
		case len(p.GoFiles)+len(p.CgoFiles) == 0 && p.Error == nil:
		case p.Error == nil && len(p.DepsErrors) == 0 && len(p.CgoFiles) == 0 && !s.leavesRoot(p):
			whole = append(whole, p)
		default:
			broken = append(broken, p)
		}
	}
	if len(pkgs) == 0 {
		broken = scattered(at)
	}
	if len(whole) > 0 {
		failed, err := s.vet(ctx, at, dir, whole, len(broken) == 0)
		if err != nil {
			return err
		}
		broken = append(broken, failed...)
	}
	if len(broken) > 0 {
		return s.tolerate(ctx, at, dir, broken, refused)
	}
	return nil
}

// list returns the packages of a module. Where the go command refuses the
// module as a whole, it returns why. Files that use cgo are listed, so that they
// are known of; nothing is compiled for it.
func (s *scanner) list(ctx context.Context, at string, patterns []string) ([]*listed, string, error) {
	args := append([]string{"list", "-e", "-json=ImportPath,Dir,Name,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles,EmbedPatterns,Imports,DepsErrors,Error,Module", "-tags=" + strings.Join(s.o.Tags, ","), "--"}, patterns...)
	stdout, stderr, err := goCommand(ctx, s.o, at, append(s.settings, "CGO_ENABLED=1"), args...)
	if ctx.Err() != nil {
		return nil, "", ctx.Err()
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, "", fmt.Errorf("go list: %w", err)
	}
	refused := ""
	if err != nil {
		refused = reason(stderr)
	}
	var pkgs []*listed
	decoder := json.NewDecoder(strings.NewReader(string(stdout)))
	for {
		var p listed
		if decoder.Decode(&p) != nil {
			break // what is left is not a package
		}
		if p.ImportPath != "" && p.Dir != "" {
			pkgs = append(pkgs, &p)
		}
	}
	return pkgs, refused, nil
}

// reason returns what is wrong by the go command's messages: the first one, with
// the line below where it ends in a colon.
func reason(stderr []byte) string {
	said := ""
	for line := range strings.Lines(string(stderr)) {
		line = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "go:"))
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "warning:") {
			continue
		}
		said = strings.TrimSpace(said + " " + strings.TrimSuffix(line, "; to add:"))
		if !strings.HasSuffix(said, ":") {
			return said
		}
	}
	return strings.TrimSuffix(said, ":")
}

// leavesRoot reports whether a file of a package is a link that leads out of
// the scan root, or is not there at all.
func (s *scanner) leavesRoot(p *listed) bool {
	for _, name := range p.GoFiles {
		full := filepath.Join(p.Dir, name)
		info, err := os.Lstat(full)
		if err == nil && info.Mode().IsRegular() {
			continue
		}
		target, err := filepath.EvalSymlinks(full)
		if err != nil {
			return true
		}
		if _, ok := inside(s.o.Dir, target); !ok {
			return true
		}
	}
	return false
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

// scattered finds packages by their files, where the go command cannot even
// list them.
func scattered(at string) []*listed {
	byDir := map[string]*listed{}
	filepath.WalkDir(at, func(p string, d os.DirEntry, err error) error {
		if err != nil {
			return nil // an unreadable directory holds nothing for us
		}
		if d.IsDir() {
			if p != at && sourcetree.PassedOverByGo(d.Name()) {
				return filepath.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(p, ".go") && !strings.HasSuffix(p, "_test.go") {
			folder := filepath.Dir(p)
			if byDir[folder] == nil {
				byDir[folder] = &listed{Dir: folder}
			}
			byDir[folder].GoFiles = append(byDir[folder].GoFiles, filepath.Base(p))
		}
		return nil
	})
	base := modulePath(filepath.Join(at, "go.mod"))
	var list []*listed
	for folder, p := range byDir {
		rel, err := filepath.Rel(at, folder)
		if err != nil {
			continue
		}
		p.ImportPath = path.Join(base, filepath.ToSlash(rel))
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b *listed) int { return strings.Compare(a.ImportPath, b.ImportPath) })
	return list
}

// modulePath reads the module's path from its go.mod.
func modulePath(file string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "module "); ok {
			return strings.Trim(strings.TrimSpace(rest), `"`)
		}
	}
	return "unknown"
}
