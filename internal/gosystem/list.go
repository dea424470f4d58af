package gosystem

import (
	"bytes"
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

	"github.com/threatvet/threatvet/internal/sourcetree"
)

// listed is a package as go list shows it.
type listed struct {
	ImportPath     string
	Dir            string
	Name           string
	ForTest        string
	Standard       bool
	DepOnly        bool
	GoFiles        []string
	CgoFiles       []string
	IgnoredGoFiles []string
	TestGoFiles    []string
	XTestGoFiles   []string
	EmbedPatterns  []string
	Imports        []string
	ImportMap      map[string]string
	DepsErrors     []listError
	Error          *listError
	Module         *struct{ Path, Version, GoVersion string }
}

const listedFields = "ImportPath,Dir,Name,ForTest,Standard,DepOnly,GoFiles,CgoFiles,IgnoredGoFiles,TestGoFiles,XTestGoFiles,EmbedPatterns,Imports,ImportMap,DepsErrors,Error,Module"

type listError struct{ Err string }

// listing is what the go command lists for a module.
type listing struct {
	patterns []string
	// pkgs are those that are asked for, sorted, all these and what they import,
	// by import path and the test that they are built for.
	pkgs []*listed
	all  map[string]*listed
	// refused says why the go command refuses the module as a whole.
	refused string
}

// module analyses one module: what is complete as a compiler would, the rest
// alone.
func (s *scanner) module(ctx context.Context, dir string) error {
	at := filepath.Join(s.o.Dir, filepath.FromSlash(dir))
	s.settings, s.said = s.workspace(ctx, at), ""
	l, err := s.list(ctx, at)
	if err != nil {
		return err
	}
	shown, done, err := shownFor(l.pkgs)
	if err != nil {
		return err
	}
	defer done()
	s.settings = append(s.settings, shown...)
	var whole, broken []*listed
	for _, p := range l.pkgs {
		switch {
		case p.Error == nil && p.empty() && (!s.o.Tests || len(p.TestGoFiles)+len(p.XTestGoFiles) == 0):
		case p.Error == nil && len(p.DepsErrors) == 0 && len(p.CgoFiles) == 0 && !s.leavesRoot(p):
			whole = append(whole, p)
		default:
			broken = append(broken, p)
		}
	}
	if len(l.pkgs) == 0 {
		broken = scattered(at)
	}
	if len(whole) > 0 {
		failed, err := s.check(ctx, at, dir, l, whole)
		if err != nil {
			return err
		}
		broken = append(broken, failed...)
		s.dependencyCalls(l)
	}
	if len(broken) > 0 {
		return s.tolerate(ctx, at, dir, l, broken)
	}
	return nil
}

// empty reports whether a package has no files but tests.
func (l *listed) empty() bool { return len(l.GoFiles)+len(l.CgoFiles) == 0 }

// list returns the packages of a module and what they import, as they are
// without cgo: nothing is compiled for it. Packages that use it are listed as
// they are with it, so that their files are known of.
func (s *scanner) list(ctx context.Context, at string) (*listing, error) {
	l := &listing{patterns: s.o.Patterns, all: map[string]*listed{}}
	if len(l.patterns) == 0 {
		l.patterns = []string{"./..."}
	}
	args := []string{"-deps"}
	if s.o.Tests {
		args = append(args, "-test")
	}
	var err error
	var pkgs []*listed
	if pkgs, l.refused, err = s.goList(ctx, at, nil, append(args, l.patterns...)); err != nil {
		return nil, err
	}
	for _, p := range pkgs {
		l.all[p.ImportPath] = p
		if !p.DepOnly && p.ForTest == "" && !strings.HasSuffix(p.ImportPath, ".test") {
			l.pkgs = append(l.pkgs, p)
		}
	}
	if slices.ContainsFunc(l.pkgs, s.mayUseCgo) {
		if l.pkgs, _, err = s.goList(ctx, at, []string{"CGO_ENABLED=1"}, l.patterns); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(l.pkgs, func(a, b *listed) int { return strings.Compare(a.ImportPath, b.ImportPath) })
	return l, nil
}

// goList runs go list. Where the go command refuses to, it returns why.
func (s *scanner) goList(ctx context.Context, at string, settings, args []string) ([]*listed, string, error) {
	args = append([]string{"list", "-e", "-json=" + listedFields, "-tags=" + strings.Join(s.o.Tags, ",")}, args...)
	stdout, stderr, err := goCommand(ctx, s.o, at, slices.Concat(s.settings, settings), args...)
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
	decoder := json.NewDecoder(bytes.NewReader(stdout))
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

// mayUseCgo reports whether a package may have files that are left out without
// cgo.
func (s *scanner) mayUseCgo(p *listed) bool {
	return slices.ContainsFunc(p.IgnoredGoFiles, func(name string) bool {
		text, err := s.readFile(filepath.Join(p.Dir, name))
		return err == nil && (bytes.Contains(text, []byte(`"C"`)) || bytes.Contains(text, []byte("cgo")))
	})
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
