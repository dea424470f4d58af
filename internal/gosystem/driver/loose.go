package driver

import (
	"context"
	"go/ast"
	"go/token"
	"go/types"
	"os"

	"golang.org/x/tools/go/analysis"
)

// Loose is a package that somebody else has type-checked, since it does not
// build as it is.
type Loose struct {
	ID    string
	Files []*ast.File
	Types *types.Package
	Info  *types.Info
}

// RunLoose gives packages to all analyzers, in their order: those that are
// imported come first. They see the facts of each other, and those of the
// packages below that can be checked. Known are the packages that they import,
// by path.
func (d *Driver) RunLoose(ctx context.Context, fset *token.FileSet, list []Loose, below []*Package, known map[string]*types.Package) ([]Result, error) {
	r := d.newRun(fset)
	seen, err := r.factsOf(ctx, below, known)
	if err != nil {
		return nil, err
	}
	var results []Result
	for _, l := range list {
		u := &unit{pkg: &Package{ID: l.ID}, role: Checked}
		seen.pkg = l.Types
		r.analyze(ctx, u, &checked{facts: seen, Pass: analysis.Pass{
			Fset: fset, Files: l.Files, Pkg: l.Types, TypesInfo: l.Info, TypesSizes: r.Sizes,
			Module: &analysis.Module{Path: l.ID}, ReadFile: os.ReadFile,
		}}, r.all)
		results = append(results, Result{Package: u.pkg, Diagnostics: u.said, Problems: u.problems})
	}
	return results, ctx.Err()
}

// factsOf collects what packages, and those of whose methods they may hand on
// values, give to all.
func (r *run) factsOf(ctx context.Context, below []*Package, known map[string]*types.Package) (*facts, error) {
	var units []*unit
	for _, p := range below {
		if r.role(p).Role > Typed {
			units = append(units, r.unit(p))
		}
		for _, handed := range r.handedTo(p) {
			units = append(units, r.unit(handed))
		}
	}
	if len(r.todo) > 0 {
		if err := r.work(ctx); err != nil {
			return nil, err
		}
	}
	f := &facts{all: map[factKey]analysis.Fact{}}
	for _, u := range units {
		if u.given == nil {
			continue // it has no facts, for it could not be checked
		}
		given, err := u.given.read()
		if err != nil {
			continue // what was kept of it is damaged
		}
		for _, one := range given {
			f.see(one, known[one.Path])
		}
	}
	return f, nil
}
