package driver

import (
	"context"
	"encoding/gob"
	"errors"
	"go/token"
	"go/types"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// Driver says how packages are checked.
type Driver struct {
	Analyzers []*analysis.Analyzer
	Sizes     types.Sizes
	// Settings is all else that results depend on: the program, its flags.
	Settings string
	// Role says what is wanted of a package, and whether facts about its methods
	// may be there for whoever has one of their values, without importing it.
	Role func(*Package) (role Role, handedOn bool)
	// Exports returns the files that the compiler made of packages, by ID; those
	// that cannot be had are left out.
	Exports func(ctx context.Context, pkgs []*Package) (map[string]string, error)
	Store   *Store
}

// Diagnostic is what an analyzer reported.
type Diagnostic struct {
	Analyzer, Category, Posn, Message string
	Related                           []Related
}

// Related is a place that belongs to a diagnostic.
type Related struct{ Posn, Message string }

// Result is what came of a package.
type Result struct {
	Package     *Package
	Diagnostics []Diagnostic
	// Problems are those of analyzers that ended before their time.
	Problems []string
	// Err says why the package could not be checked: it does not compile.
	Err error
	// Kept is true where nothing was done, since all was known.
	Kept bool
}

// ErrImport says that a package could not be checked for what it imports.
var ErrImport = errors.New("what is imported could not be checked")

// Run checks packages. An error means that the work was cancelled.
func (d *Driver) Run(ctx context.Context, roots []*Package) ([]Result, error) {
	r := d.newRun(token.NewFileSet())
	results := make([]Result, len(roots))
	for i, p := range roots {
		results[i] = Result{Package: p}
		r.wanted[p] = !r.kept(p, &results[i])
	}
	for _, p := range roots {
		if r.wanted[p] {
			r.unit(p)
		}
	}
	if len(r.todo) > 0 {
		if err := r.work(ctx); err != nil {
			return nil, err
		}
	}
	for i, p := range roots {
		if u := r.units[p]; r.wanted[p] {
			results[i].Diagnostics, results[i].Problems, results[i].Err = u.said, u.problems, u.err
		}
	}
	return results, ctx.Err()
}

// newRun prepares a run.
func (d *Driver) newRun(fset *token.FileSet) *run {
	r := &run{
		Driver: d, keys: &keys{settings: d.Settings, known: map[*Package]string{}}, fset: fset,
		wanted: map[*Package]bool{}, units: map[*Package]*unit{}, roles: map[*Package]role{}, handed: map[*Package][]*Package{}, universes: map[string]*universe{},
		all: inOrder(d.Analyzers), describing: inOrder(withFacts(d.Analyzers)),
	}
	for _, a := range r.describing {
		for _, f := range a.FactTypes {
			gob.Register(f)
		}
	}
	return r
}

// run is one call of Run.
type run struct {
	*Driver
	*keys
	fset            *token.FileSet
	all, describing []*analysis.Analyzer
	// wanted are the roots of which nothing is known.
	wanted    map[*Package]bool
	units     map[*Package]*unit
	roles     map[*Package]role
	handed    map[*Package][]*Package
	todo      []*unit // those that are imported first
	exports   map[string]string
	mu        sync.Mutex
	universes map[string]*universe
}

type role struct {
	Role
	handedOn bool
}

// unit is a package to check, or whose facts and types are needed.
type unit struct {
	pkg   *Package
	role  Role
	needs []*unit
	done  chan struct{} // closed when all below is there

	said     []Diagnostic
	problems []string
	err      error
	given    *given
}

// kept looks for the result of an earlier run.
func (r *run) kept(p *Package, to *Result) bool {
	key, err := r.of(p)
	if err != nil {
		return false
	}
	to.Diagnostics, to.Kept = r.Store.said(key)
	return to.Kept
}

// unit returns the unit of a package, with all that it needs.
func (r *run) unit(p *Package) *unit {
	if u := r.units[p]; u != nil {
		return u
	}
	u := &unit{pkg: p, role: r.role(p).Role, done: make(chan struct{})}
	r.units[p] = u
	if !r.wanted[p] && r.knows(u) {
		close(u.done)
		return u
	}
	for _, dep := range p.direct() {
		if r.role(dep).Role > Typed {
			u.needs = append(u.needs, r.unit(dep))
		}
	}
	for _, dep := range r.handedTo(p) {
		if need := r.unit(dep); !slices.Contains(u.needs, need) {
			u.needs = append(u.needs, need)
		}
	}
	r.todo = append(r.todo, u)
	return u
}

// knows takes what an earlier run left for those that import a unit.
func (r *run) knows(u *unit) bool {
	key, err := r.of(u.pkg)
	if err == nil {
		u.given = r.Store.given(key)
	}
	return u.given != nil
}

func (r *run) role(p *Package) role {
	have, ok := r.roles[p]
	if !ok {
		have.Role, have.handedOn = r.Role(p)
		r.roles[p] = have
	}
	return have
}

// handedTo returns the packages below p whose facts about methods reach it.
func (r *run) handedTo(p *Package) []*Package {
	if list, ok := r.handed[p]; ok {
		return list
	}
	r.handed[p] = nil
	var list []*Package
	for _, dep := range p.direct() {
		if r.role(dep).handedOn && !slices.Contains(list, dep) {
			list = append(list, dep)
		}
		for _, below := range r.handedTo(dep) {
			if !slices.Contains(list, below) {
				list = append(list, below)
			}
		}
	}
	r.handed[p] = list
	return list
}

// work checks what is to do, on all processors.
func (r *run) work(ctx context.Context) error {
	var err error
	if r.exports, err = r.Exports(ctx, r.compiled()); err != nil {
		return err
	}
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	finished := make(chan struct{})
	var wait sync.WaitGroup
	for _, u := range r.todo {
		wait.Go(func() {
			defer close(u.done)
			for _, need := range u.needs {
				<-need.done
			}
			free <- struct{}{}
			defer func() { <-free }()
			if u.err = ctx.Err(); u.err == nil {
				r.check(ctx, u)
			}
		})
	}
	go func() {
		wait.Wait()
		close(finished)
	}()
	select {
	case <-finished:
		return ctx.Err()
	case <-ctx.Done():
		return ctx.Err() // what is under way ends with the analyzer at hand
	}
}

// compiled returns the packages whose types the compiler knows and that are
// needed.
func (r *run) compiled() []*Package {
	var list []*Package
	seen := map[*Package]bool{}
	for _, u := range r.todo {
		for _, dep := range u.pkg.direct() {
			if !seen[dep] && r.role(dep).Role != Checked && dep.ID != "unsafe" {
				seen[dep] = true
				list = append(list, dep)
			}
		}
	}
	return list
}

// withFacts returns the analyzers that have something to say to other packages.
func withFacts(list []*analysis.Analyzer) []*analysis.Analyzer {
	var with []*analysis.Analyzer
	for _, a := range inOrder(list) {
		if len(a.FactTypes) > 0 {
			with = append(with, a)
		}
	}
	return with
}

// inOrder returns analyzers and all that they require, in an order in which they
// can run.
func inOrder(list []*analysis.Analyzer) []*analysis.Analyzer {
	var order []*analysis.Analyzer
	seen := map[*analysis.Analyzer]bool{}
	var add func(*analysis.Analyzer)
	add = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		for _, needed := range a.Requires {
			add(needed)
		}
		order = append(order, a)
	}
	for _, a := range list {
		add(a)
	}
	return order
}
