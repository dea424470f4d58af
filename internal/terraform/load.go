// Package terraform loads Terraform and OpenTofu sources and evaluates them as
// a plan without a cloud would: what can be known is known, with the chain of
// where it came from, and what cannot is unknown. It knows HCL and cty, and
// knows no cloud: what a provider would compute it asks a [Schema].
package terraform

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/threatvet/threatvet/internal/sourcetree"
)

// Load finds the roots below opts.Dir and evaluates them. Problems in the
// sources are diagnostics of the result; the error is for a directory that
// cannot be read at all.
func Load(ctx context.Context, opts Options) (*Result, error) {
	if opts.FS == nil {
		return nil, errors.New("no file system to read from")
	}
	if opts.Plan != "" {
		return loadPlan(ctx, opts)
	}
	ms := &modules{fsys: opts.FS, dirs: map[string]func() *module{}}
	dirs, roots := opts.Roots, opts.Roots
	if len(roots) == 0 {
		var err error
		if dirs, err = directories(opts.FS, cmp.Or(opts.Dir, ".")); err != nil {
			return nil, err
		}
		ms.parseAll(dirs)
		roots = findRoots(ms, dirs)
	}
	es, problems := newEstate(ctx, ms, opts, roots)
	result := &Result{Diagnostics: problems, Part: len(opts.Roots) > 0}
	evaluated := make([]*Root, len(es.plans))
	diags := make([]hcl.Diagnostics, len(es.plans))
	parallel(len(es.plans), func(i int) {
		if ctx.Err() == nil {
			evaluated[i], diags[i] = es.evaluate(i)
		}
	})
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	for i, root := range evaluated {
		result.Roots = append(result.Roots, root)
		result.Diagnostics = append(result.Diagnostics, diags[i]...)
	}
	for _, m := range ms.parsed(dirs) {
		result.Files += m.files
		result.Lines += m.lines
		result.Diagnostics = append(result.Diagnostics, m.diags...)
	}
	sortDiagnostics(result)
	return result, nil
}

func parallel(n int, do func(int)) {
	var wait sync.WaitGroup
	next := make(chan int)
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}

func (ms *modules) parseAll(dirs []string) {
	parallel(len(dirs), func(i int) { ms.get(dirs[i]) })
}

// directories lists those that hold Terraform files, sorted.
func directories(fsys fs.FS, start string) ([]string, error) {
	found := map[string]bool{}
	err := fs.WalkDir(fsys, start, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == start:
			return err
		case err != nil:
			return nil //nolint:nilerr // an unreadable directory is passed over, the rest counts
		case d.IsDir() && name != start && sourcetree.PassedOver(d.Name()):
			return fs.SkipDir
		case !d.IsDir() && sourceFile(d.Name()):
			found[path.Dir(name)] = true
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// everything evaluates all resources of an instance and of the modules it
// calls, in a fixed order, and what is demanded of them.
func (e *evaluator) everything(in *instance) {
	e.rules(in)
	for _, key := range slices.Sorted(maps.Keys(in.resources)) {
		if e.estate.ctx.Err() != nil {
			return
		}
		set := in.resourceSet(key)
		for _, r := range slices.Concat(set.instances, set.spare) {
			e.body(r)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(in.calls)) {
		if set := in.callSet(name); set != nil {
			e.handedOver(set)
			for _, child := range slices.Concat(set.instances, set.spare) {
				e.everything(child)
			}
		}
	}
}

func sortDiagnostics(r *Result) {
	slices.SortStableFunc(r.Diagnostics, func(a, b *hcl.Diagnostic) int {
		at := func(d *hcl.Diagnostic) (string, int) {
			if d.Subject == nil {
				return "", 0
			}
			return d.Subject.Filename, d.Subject.Start.Line
		}
		fileA, lineA := at(a)
		fileB, lineB := at(b)
		return cmp.Or(strings.Compare(fileA, fileB), cmp.Compare(lineA, lineB), strings.Compare(a.Summary, b.Summary), strings.Compare(a.Detail, b.Detail))
	})
	r.Diagnostics = together(slices.CompactFunc(r.Diagnostics, func(a, b *hcl.Diagnostic) bool { return a.Error() == b.Error() }))
}

// together says once for each module what is not declared, at the first place:
// one missing file may be missed in hundreds.
func together(sorted hcl.Diagnostics) hcl.Diagnostics {
	type missing struct{ dir, detail string }
	places := map[missing]int{}
	of := func(d *hcl.Diagnostic) missing { return missing{path.Dir(d.Subject.Filename), d.Detail} }
	first := slices.DeleteFunc(sorted, func(d *hcl.Diagnostic) bool {
		if d.Subject == nil || d.Summary != notDeclared {
			return false
		}
		places[of(d)]++
		return places[of(d)] > 1
	})
	for _, d := range first {
		if d.Subject == nil || d.Summary != notDeclared {
			continue
		}
		if n := places[of(d)]; n > 1 {
			d.Detail += fmt.Sprintf(" (%d places, the first here)", n)
		}
	}
	return first
}
