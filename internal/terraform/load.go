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
	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/sourcetree"
)

// Load finds the roots below opts.Dir and evaluates them. Problems in the
// sources are diagnostics of the result; the error is for a directory that
// cannot be read at all.
func Load(ctx context.Context, opts Options) (*Result, error) {
	if opts.FS == nil {
		return nil, errors.New("no file system to read from")
	}
	start := cmp.Or(opts.Dir, ".")
	dirs, err := directories(opts.FS, start)
	if err != nil {
		return nil, err
	}
	ms := &modules{fsys: opts.FS, dirs: map[string]func() *module{}}
	ms.parseAll(dirs)
	roots, callers := findRoots(ms, dirs)
	result := &Result{}
	for _, dir := range dirs {
		m := ms.get(dir)
		result.Files += m.files
		result.Lines += m.lines
		result.Diagnostics = append(result.Diagnostics, m.diags...)
	}
	_ = callers
	evaluated := make([]*Root, len(roots))
	diags := make([]hcl.Diagnostics, len(roots))
	parallel(len(roots), func(i int) {
		if ctx.Err() == nil {
			evaluated[i], diags[i] = evaluateRoot(ms, opts, roots[i])
		}
	})
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	for i, root := range evaluated {
		result.Roots = append(result.Roots, root)
		result.Diagnostics = append(result.Diagnostics, diags[i]...)
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

// findRoots lists the directories that no other calls, or that have a backend
// or tfvars of their own.
func findRoots(ms *modules, dirs []string) ([]string, map[string]int) {
	callers := map[string]int{}
	for _, dir := range dirs {
		for _, c := range ms.get(dir).calls {
			source, _ := c.source()
			if target := path.Join(dir, source); localSource(source) && target != dir {
				callers[target]++
			}
		}
	}
	var roots []string
	for _, dir := range dirs {
		m := ms.get(dir)
		if callers[dir] == 0 || m.backend != nil || len(m.tfvars) > 0 {
			roots = append(roots, dir)
		}
	}
	return roots, callers
}

func evaluateRoot(ms *modules, opts Options, dir string) (root *Root, diags hcl.Diagnostics) {
	e := &evaluator{opts: opts, modules: ms, dir: dir, seen: map[string]bool{}, manifest: manifest(opts.FS, dir)}
	e.functions = functions(opts.FS, dir)
	root = &Root{Dir: dir, Outputs: map[string]*Output{}}
	defer func() {
		if r := recover(); r != nil {
			e.diags = e.diags.Append(problem("this root could not be evaluated", fmt.Sprint(r), hcl.Range{Filename: dir}))
		}
		diags = e.diags
	}()
	in := newInstance(e, ms.get(dir), "")
	e.everything(in)
	for name := range in.outputs {
		root.Outputs[name] = &Output{Value: Plain(in.output(name)), Sensitive: constant(in.sensitive[name]), Range: in.outputAt[name]}
	}
	if b := in.backend; b != nil {
		_, values := e.evaluate(b.body, in.scope.inside())
		root.Backend = &Block{Type: b.typ, Body: cty.ObjectVal(values), Range: b.header}
	}
	root.Resources, root.Unresolved = e.resources, e.open
	slices.SortFunc(root.Resources, func(a, b *Resource) int {
		return cmp.Or(cmp.Compare(a.Address, b.Address), cmp.Compare(a.Mode, b.Mode))
	})
	slices.SortFunc(root.Unresolved, func(a, b *ModuleCall) int { return cmp.Compare(a.Address, b.Address) })
	return root, e.diags
}

// everything evaluates all resources of an instance and of the modules it
// calls, in a fixed order.
func (e *evaluator) everything(in *instance) {
	for _, key := range slices.Sorted(maps.Keys(in.resources)) {
		set := in.resourceSet(key)
		for _, r := range set.instances {
			e.body(r)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(in.calls)) {
		if set := in.callSet(name); set != nil {
			for _, child := range set.instances {
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
	r.Diagnostics = slices.CompactFunc(r.Diagnostics, func(a, b *hcl.Diagnostic) bool { return a.Error() == b.Error() })
}
