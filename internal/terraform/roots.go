package terraform

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// findRoots lists the directories that could be planned by themselves: those
// that no other calls, and those with a backend, a provider or variables files
// of their own.
func findRoots(ms *modules, dirs []string) []string {
	called := map[string]bool{}
	for _, dir := range dirs {
		for _, c := range ms.get(dir).calls {
			source, _ := c.source()
			if target := path.Join(dir, source); localSource(source) && target != dir {
				called[target] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(dirs), func(dir string) bool {
		return called[dir] && !ms.get(dir).standsAlone()
	})
}

// standsAlone reports whether a directory is a root although others call it. A
// provider alone makes a root only of what needs no values from a caller: many
// older modules carry one.
func (m *module) standsAlone() bool {
	return m.backend != nil || len(m.tfvars) > 0 || m.configuresProvider() && !m.needsValues()
}

func (m *module) configuresProvider() bool {
	for _, p := range m.providers {
		for name := range attributesOf(p.body) {
			if name != "alias" && name != "version" {
				return true
			}
		}
	}
	return false
}

func (m *module) needsValues() bool {
	for _, v := range m.variables {
		if v.def == nil {
			return true
		}
	}
	return false
}

// evaluate evaluates one plan. Whatever goes wrong costs that plan only.
func (es *estate) evaluate(i int) (root *Root, diags hcl.Diagnostics) {
	p := es.plans[i]
	e := es.evaluator(i)
	root = &Root{Dir: p.module.dir, Key: e.key, Environment: p.env.name, Outputs: map[string]*Output{}}
	defer func() {
		if r := recover(); r != nil {
			e.diags = e.diags.Append(problem("this root could not be evaluated", fmt.Sprint(r), hcl.Range{Filename: e.dir}))
		}
		diags = e.diags
	}()
	in := newInstance(e, p.module, "")
	es.roots[i] = in
	e.everything(in)
	for name := range in.outputs {
		root.Outputs[name] = &Output{Value: Plain(in.output(name)), Sensitive: constant(in.sensitive[name]), Range: in.outputAt[name]}
	}
	if b := in.backend; b != nil {
		_, values := e.evaluate("backend", b.body, in.scope.inside())
		root.Backend = &Block{Type: b.typ, Body: cty.ObjectVal(values), Range: b.header}
	}
	root.Resources, root.Unresolved, root.Opaque = e.resources, e.open, e.opaque
	root.From, root.Reads = e.from(), es.keys(e.reads)
	sortResources(root)
	return root, e.diags
}

// from lists the directories that an evaluation took files from.
func (e *evaluator) from() []string {
	dirs := map[string]bool{}
	for dir := range e.used {
		dirs[dir] = true
	}
	for _, name := range slices.Concat(e.files, e.opts.VarFiles) {
		dirs[path.Dir(name)] = true
	}
	return slices.Sorted(maps.Keys(dirs))
}

// keys names the roots that an evaluation looked into, its own apart.
func (es *estate) keys(r *reads) []string {
	if r == nil {
		return nil
	}
	var list []string
	for i := range r.asked {
		if i != r.self {
			list = append(list, es.plans[i].key())
		}
	}
	slices.Sort(list)
	return list
}

func sortResources(root *Root) {
	slices.SortFunc(root.Resources, func(a, b *Resource) int {
		return cmp.Or(cmp.Compare(a.Address, b.Address), cmp.Compare(a.Mode, b.Mode))
	})
	slices.SortFunc(root.Opaque, func(a, b *Resource) int { return cmp.Compare(a.Address, b.Address) })
	slices.SortFunc(root.Unresolved, func(a, b *ModuleCall) int { return cmp.Compare(a.Address, b.Address) })
}
