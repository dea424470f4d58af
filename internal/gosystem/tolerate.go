package gosystem

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/gosystem/driver"
	"github.com/threatvet/threatvet/internal/gosystem/standin"
	"github.com/threatvet/threatvet/internal/model"
)

// tolerate analyses packages that do not build, with stand-ins for what they
// import and nobody has, and says what that costs.
func (s *scanner) tolerate(ctx context.Context, at, dir string, l *listing, pkgs []*listed) error {
	fset := token.NewFileSet()
	sources, imports := s.parse(fset, dir, pkgs)
	if len(sources) == 0 {
		return nil
	}
	exports, err := s.exports(ctx, at, imports)
	if err != nil {
		return err
	}
	have := &exported{fset: fset, files: exports, known: map[string]*types.Package{}}
	results := standin.Check(fset, sources, have)
	dropped := 0
	for _, r := range results {
		dropped += r.Dropped
	}
	s.lost(dir, pkgs, have.missing, dropped, l.refused)
	return s.analyze(ctx, fset, s.loader(at, l), dir, pkgs, results, have.known)
}

// lost says what could not be had, and what to do about it.
func (s *scanner) lost(dir string, pkgs []*listed, missing map[string]bool, dropped int, refused string) {
	var names []string
	for m := range missing {
		names = append(names, m)
	}
	slices.Sort(names)
	count := fmt.Sprintf("%d packages", len(pkgs))
	if len(pkgs) == 1 {
		count = "1 package"
	}
	why := count + " could not be built as they are; they were analysed with stand-ins for what is missing"
	if len(names) > 0 {
		shown := names[:min(len(names), 5)]
		why += ", so that flows through " + strings.Join(shown, ", ")
		if more := len(names) - len(shown); more > 0 {
			why += fmt.Sprintf(" and %d more", more)
		}
		why += " are guesses"
	}
	if dropped > 0 {
		why += fmt.Sprintf("; %d declarations were left out", dropped)
	}
	if refused == "" {
		refused = cmp.Or(firstError(pkgs), s.said)
	}
	if refused != "" {
		why += "; the go command says: " + s.relative(refused)
	}
	do := "make the module's dependencies available: run `go mod download` (or `go mod vendor`) in " + dir
	if len(names) == 0 {
		do = "make the packages build: `go vet ./...` in " + dir + " says what is wrong"
	}
	s.sys.Gaps = append(s.sys.Gaps, &model.Gap{
		Severity: "warning", What: "Go module " + dir + ": not all packages build", Why: why, Do: do,
		Location: model.Location{File: path.Join(dir, "go.mod")},
	})
}

// fileLimit bounds the size of a file that is parsed.
const fileLimit = 4 << 20

func (s *scanner) parse(fset *token.FileSet, dir string, pkgs []*listed) ([]standin.Source, []string) {
	var sources []standin.Source
	imports := map[string]bool{}
	for _, p := range pkgs {
		src := standin.Source{Path: p.ImportPath}
		for _, name := range append(slices.Clone(p.GoFiles), p.CgoFiles...) {
			full := filepath.Join(p.Dir, name)
			if ok, err := s.buildContext().MatchFile(p.Dir, name); err == nil && !ok && len(p.CgoFiles) == 0 {
				continue
			}
			f, err := s.parseFile(fset, full)
			if f == nil || err != nil && len(f.Decls) == 0 {
				continue
			}
			if len(src.Files) > 0 && f.Name.Name != src.Files[0].Name.Name {
				continue
			}
			src.Files = append(src.Files, f)
			for _, i := range f.Imports {
				imports[strings.Trim(i.Path.Value, "`\"")] = true
			}
		}
		if len(src.Files) > 0 {
			sources = append(sources, src)
		}
	}
	var list []string
	for i := range imports {
		if i != "C" && i != "unsafe" && !strings.HasPrefix(i, "-") {
			list = append(list, i)
		}
	}
	slices.Sort(list)
	return sources, list
}

func (s *scanner) parseFile(fset *token.FileSet, full string) (*ast.File, error) {
	text, err := s.readFile(full)
	if err != nil {
		return nil, err
	}
	return parser.ParseFile(fset, full, text, parser.ParseComments|parser.SkipObjectResolution)
}

// readFile reads a file below the scan root.
func (s *scanner) readFile(full string) ([]byte, error) {
	rel, ok := inside(s.o.Dir, full)
	if !ok {
		return nil, errors.New("outside the scan root")
	}
	root, err := os.OpenRoot(s.o.Dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	file, err := root.Open(rel) // which refuses links that lead out
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, fileLimit))
}

// exports finds the compiled form of what is imported and can be had.
func (s *scanner) exports(ctx context.Context, at string, imports []string) (map[string]string, error) {
	args := append([]string{"--"}, imports...)
	found, err := s.compiled(ctx, at, args)
	if err != nil || len(found) > 0 {
		return found, err
	}
	// Where its go.mod cannot be read at all, the standard library is still there.
	return s.compiled(ctx, os.TempDir(), args)
}

// exported imports packages from their compiled form.
type exported struct {
	fset    *token.FileSet
	files   map[string]string
	known   map[string]*types.Package
	missing map[string]bool
}

// Import returns a package, or an error for one that cannot be had.
func (e *exported) Import(p string) (*types.Package, error) {
	if p == "unsafe" {
		return types.Unsafe, nil
	}
	if e.files[p] == "" {
		if e.missing == nil {
			e.missing = map[string]bool{}
		}
		e.missing[p] = true
		return nil, fmt.Errorf("%s: not here", p)
	}
	if pkg := e.known[p]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	return driver.ReadExport(e.fset, e.known, e.files[p], p)
}

// analyze runs the analyzers over packages that were checked with stand-ins.
// What is known of the packages that they import and that do build is theirs too.
func (s *scanner) analyze(ctx context.Context, fset *token.FileSet, c *loader, dir string, pkgs []*listed, results []standin.Result, known map[string]*types.Package) error {
	var list []driver.Loose
	for _, r := range results {
		if r.Info != nil && r.Types != nil {
			list = append(list, driver.Loose{ID: r.Path, Files: r.Files, Types: r.Types, Info: r.Info})
		}
	}
	said, err := c.driver().RunLoose(ctx, fset, list, c.below(pkgs), known)
	if err != nil {
		return err
	}
	for _, r := range said {
		s.takeResult(r, dir)
	}
	return nil
}

// below returns what packages that do not build import, without each other.
func (c *loader) below(pkgs []*listed) []*driver.Package {
	seen := map[string]bool{"C": true}
	for _, p := range pkgs {
		seen[p.ImportPath] = true
	}
	var list []*driver.Package
	for _, p := range pkgs {
		for _, imported := range p.Imports {
			dep := c.all[imported]
			if seen[imported] || dep == nil || c.own(dep) && c.leavesRoot(dep) {
				continue
			}
			seen[imported] = true
			list = append(list, c.pkg(imported))
		}
	}
	return list
}

// buildContext is what decides which files of a package count.
func (s *scanner) buildContext() *build.Context {
	c := build.Default
	c.BuildTags = s.o.Tags
	c.GOOS, c.GOARCH = cmp.Or(s.o.OS, c.GOOS), cmp.Or(s.o.Arch, c.GOARCH)
	return &c
}

// firstError is what the go command says of the first package it is unhappy
// with.
func firstError(pkgs []*listed) string {
	for _, p := range pkgs {
		if p.Error != nil {
			return reason([]byte(p.Error.Err))
		}
		if len(p.DepsErrors) > 0 {
			return reason([]byte(p.DepsErrors[0].Err))
		}
	}
	return ""
}

// relative takes the scan root out of a message.
func (s *scanner) relative(message string) string {
	return strings.ReplaceAll(message, s.o.Dir+string(os.PathSeparator), "")
}
