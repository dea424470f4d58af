package driver

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/types"
	"os"

	"golang.org/x/tools/go/analysis"
)

// check does all there is to do for a unit.
func (r *run) check(ctx context.Context, u *unit) {
	for _, need := range u.needs {
		if need.err != nil && need.role == Checked && u.imports(need.pkg) {
			u.err = fmt.Errorf("%s: %w", need.pkg.ID, ErrImport)
			return
		}
	}
	pass, err := r.load(u)
	if err != nil {
		u.err = err
		return
	}
	analyzers := r.all
	if u.role != Checked {
		analyzers = r.describing
	}
	r.analyze(ctx, u, pass, analyzers)
	if u.err = ctx.Err(); u.err != nil {
		return
	}
	if u.given, u.err = r.give(u, pass); u.err == nil {
		r.keep(u)
	}
}

func (u *unit) imports(p *Package) bool {
	for _, dep := range u.pkg.Imports {
		if dep == p {
			return true
		}
	}
	return false
}

// checked is a package with its types.
type checked struct {
	analysis.Pass // as far as it is the same for all analyzers
	*facts
}

// load parses and type-checks a unit.
func (r *run) load(u *unit) (*checked, error) {
	var files []*ast.File
	for _, name := range u.pkg.Files {
		f, err := parser.ParseFile(r.fset, name, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	universe := r.universe(u.pkg.builtFor())
	info := &types.Info{
		Types:        map[ast.Expr]types.TypeAndValue{},
		Defs:         map[*ast.Ident]types.Object{},
		Uses:         map[*ast.Ident]types.Object{},
		Implicits:    map[ast.Node]types.Object{},
		Instances:    map[*ast.Ident]types.Instance{},
		Scopes:       map[ast.Node]*types.Scope{},
		Selections:   map[*ast.SelectorExpr]*types.Selection{},
		FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: &importer{run: r, universe: universe, pkg: u.pkg}, Sizes: r.Sizes, GoVersion: u.pkg.GoVersion}
	pkg, err := conf.Check(u.pkg.Path(), r.fset, files, info)
	if err != nil {
		return nil, err
	}
	facts, err := universe.factsFor(u, pkg)
	if err != nil {
		return nil, err
	}
	m := module(u.pkg)
	return &checked{facts: facts, Pass: analysis.Pass{
		Fset: r.fset, Files: files, Pkg: pkg, TypesInfo: info, TypesSizes: r.Sizes, Module: &m, ReadFile: os.ReadFile,
	}}, nil
}

// analyze runs analyzers one after the other: other packages keep the other
// processors busy.
func (r *run) analyze(ctx context.Context, u *unit, c *checked, list []*analysis.Analyzer) {
	results := map[*analysis.Analyzer]any{}
	for _, a := range list {
		if ctx.Err() != nil {
			return
		}
		result, err := r.one(u, c, a, results)
		if err != nil {
			u.problems = append(u.problems, fmt.Sprintf("%s: %v", a.Name, err))
			continue
		}
		results[a] = result
	}
}

func (r *run) one(u *unit, c *checked, a *analysis.Analyzer, results map[*analysis.Analyzer]any) (result any, err error) {
	defer func() {
		// The sources are the scanned project's: a bug that they wake must not
		// stop the scan.
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	pass := c.Pass
	pass.Analyzer = a
	pass.ResultOf = map[*analysis.Analyzer]any{}
	for _, needed := range a.Requires {
		have, ok := results[needed]
		if !ok {
			return nil, fmt.Errorf("it needs %s", needed.Name)
		}
		pass.ResultOf[needed] = have
	}
	pass.Report = func(d analysis.Diagnostic) { u.said = append(u.said, r.printed(a, d)) }
	c.facts.serve(&pass)
	return a.Run(&pass)
}

func (r *run) printed(a *analysis.Analyzer, d analysis.Diagnostic) Diagnostic {
	out := Diagnostic{Analyzer: a.Name, Category: d.Category, Posn: r.fset.Position(d.Pos).String(), Message: d.Message}
	for _, rel := range d.Related {
		out.Related = append(out.Related, Related{Posn: r.fset.Position(rel.Pos).String(), Message: rel.Message})
	}
	return out
}

// keep stores what came of a unit, where no analyzer failed and the sources are
// still those that its key was made of.
func (r *run) keep(u *unit) {
	key, ok := r.known[u.pkg]
	if !ok || len(u.problems) > 0 {
		return
	}
	now, err := (&keys{settings: r.settings, known: r.others(u.pkg)}).of(u.pkg)
	if err != nil || now != key {
		return
	}
	if u.role == Checked {
		r.Store.keepSaid(key, u.said)
	}
	r.Store.keepGiven(key, u.given)
}

// others returns the keys of what a package imports.
func (r *run) others(p *Package) map[*Package]string {
	list := map[*Package]string{}
	for _, dep := range p.Imports {
		list[dep] = r.known[dep]
	}
	return list
}
