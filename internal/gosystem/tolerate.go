package gosystem

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/threatvet/threatvet/internal/gosystem/driver"
	"github.com/threatvet/threatvet/internal/gosystem/standin"
	"github.com/threatvet/threatvet/internal/model"
)

// tolerate analyses packages that do not build, with stand-ins for what they
// import and nobody has, and says what that costs.
func (s *scanner) tolerate(ctx context.Context, at, dir string, pkgs []*listed, refused string) error {
	fset := token.NewFileSet()
	sources, imports := s.parse(fset, dir, pkgs)
	if len(sources) == 0 {
		return nil
	}
	exports, err := s.exports(ctx, at, imports)
	if err != nil {
		return err
	}
	have := &exported{files: exports}
	have.gc = importer.ForCompiler(fset, "gc", have.open)
	results := standin.Check(fset, sources, have)
	dropped := 0
	for _, r := range results {
		dropped += r.Dropped
	}
	s.lost(dir, pkgs, have.missing, dropped, refused)
	if err := s.analyze(fset, dir, results); err != nil {
		s.gap("error", "Go packages that do not build", err.Error(), "make them build, for instance with `go mod download`", dir)
	}
	return ctx.Err()
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
	files   map[string]string
	gc      types.Importer
	missing map[string]bool
}

func (e *exported) open(p string) (io.ReadCloser, error) {
	file, ok := e.files[p]
	if !ok {
		return nil, fmt.Errorf("%s: not here", p)
	}
	return os.Open(file)
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
	return e.gc.Import(p)
}

// analyze runs the analyzers over checked packages in this process.
func (s *scanner) analyze(fset *token.FileSet, dir string, results []standin.Result) error {
	var pkgs []*packages.Package
	byPath := map[string]*packages.Package{}
	for _, r := range results {
		if r.Info == nil || r.Types == nil {
			continue
		}
		p := &packages.Package{
			ID: r.Path, PkgPath: r.Path, Name: r.Types.Name(), Fset: fset, Syntax: r.Files, Types: r.Types, TypesInfo: r.Info,
			TypesSizes: types.SizesFor("gc", s.buildContext().GOARCH), Imports: map[string]*packages.Package{},
			Module: &packages.Module{Path: r.Path},
		}
		for _, imp := range r.Types.Imports() {
			if dep := byPath[imp.Path()]; dep != nil {
				p.Imports[imp.Path()] = dep
			}
		}
		byPath[r.Path] = p
		pkgs = append(pkgs, p)
	}
	graph, err := checker.Analyze(scanning(), pkgs, &checker.Options{Sequential: true})
	if err != nil {
		return err
	}
	var diags []diagnostic
	for _, act := range graph.Roots {
		for _, d := range act.Diagnostics {
			diags = append(diags, printed(fset, act, d))
		}
	}
	s.take(diags, dir)
	return nil
}

// printed puts a diagnostic into the form of the driver.
func printed(fset *token.FileSet, act *checker.Action, d analysis.Diagnostic) diagnostic {
	out := diagnostic{pkg: act.Package.PkgPath, Diagnostic: driver.Diagnostic{
		Analyzer: act.Analyzer.Name, Category: d.Category, Posn: fset.Position(d.Pos).String(), Message: d.Message,
	}}
	for _, r := range d.Related {
		out.Related = append(out.Related, driver.Related{Posn: fset.Position(r.Pos).String(), Message: r.Message})
	}
	return out
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
