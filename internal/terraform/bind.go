package terraform

import (
	"path"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// binder collects the values of the references of one expression.
type binder struct {
	e       *evaluator
	s       *scope
	view    view
	report  func(hcl.Diagnostics)
	asked   []string
	wholeOf []string                        // resources that the expression takes as a whole
	groups  map[string]map[string]cty.Value // var, local, module, resource types
	single  map[string]cty.Value            // each, count, path, iterators
	wholes  map[string]bool                 // modules bound with all their outputs
}

func (b *binder) bind(t hcl.Traversal) {
	root := t.RootName()
	if v, ok := b.s.locals[root]; ok {
		b.single[root] = b.view.of(v)
		return
	}
	switch root {
	case "path":
		b.single[root] = b.paths()
	case "terraform":
		b.single[root] = cty.ObjectVal(map[string]cty.Value{"workspace": cty.StringVal(b.e.workspace()), "applying": cty.False})
	case "each", "count", "self":
		b.repeated(t)
		b.single[root] = cty.DynamicVal
	case "var", "local":
		b.declared(t, 2)
		b.member(root, root, step(t, 1))
	case "module":
		b.declared(t, 2)
		b.module(t)
	case "data":
		b.declared(t, 3)
		b.data(step(t, 1), step(t, 2))
	case "ephemeral":
		b.single[root] = cty.DynamicVal.Mark(ephemeral)
	case "resource":
		b.single[root] = cty.DynamicVal
	default:
		b.declared(t, 2)
		b.member(root, root, step(t, 1))
	}
}

func step(t hcl.Traversal, i int) string {
	if len(t) <= i {
		return ""
	}
	switch s := t[i].(type) {
	case hcl.TraverseAttr:
		return s.Name
	case hcl.TraverseIndex:
		if s.Key.Type() == cty.String && s.Key.IsKnown() && !s.Key.IsNull() {
			return s.Key.AsString()
		}
	}
	return ""
}

func (b *binder) paths() cty.Value {
	in := b.s.in
	rel, ok := relative(b.e.dir, in.dir)
	if !ok {
		rel = in.dir
	}
	return cty.ObjectVal(map[string]cty.Value{
		"module": cty.StringVal(rel), "root": cty.StringVal("."), "cwd": cty.StringVal("."),
	})
}

// relative is the way from one directory of the scan to another.
func relative(from, to string) (string, bool) {
	from, to = path.Clean(from), path.Clean(to)
	if from == to {
		return ".", true
	}
	up := ""
	for from != "." && from != "/" {
		if rest, ok := cutDir(to, from); ok {
			return path.Join(up, rest), true
		}
		from, up = path.Dir(from), up+"../"
	}
	return path.Join(up, to), true
}

func cutDir(name, dir string) (string, bool) {
	if len(name) > len(dir) && name[:len(dir)] == dir && name[len(dir)] == '/' {
		return name[len(dir)+1:], true
	}
	return "", name == dir
}

func (b *binder) member(group, root, name string) {
	if b.groups[group] == nil {
		b.groups[group] = map[string]cty.Value{}
	}
	if name == "" {
		return
	}
	if _, ok := b.groups[group][name]; ok {
		return
	}
	in := b.s.in
	var v cty.Value
	switch root {
	case "var":
		v = in.variable(name)
		v = in.variableValues[name].seen(b.view, v)
	case "local":
		v = in.local(name)
		v = in.localValues[name].seen(b.view, v)
	default:
		v = b.complete(root + "." + name)
	}
	b.groups[group][name] = v
}

// module binds the outputs of a module that the expression asks for, or all of
// them where it takes the module as a whole: outputs of one module may rest on
// one another by way of its arguments.
func (b *binder) module(t hcl.Traversal) {
	if b.groups["module"] == nil {
		b.groups["module"] = map[string]cty.Value{}
	}
	name := step(t, 1)
	if name == "" {
		return
	}
	whole := len(t) < 3 || len(t) < 4 && isIndex(t[2])
	if _, ok := b.groups["module"][name]; ok && (!whole || b.wholes[name]) {
		return
	}
	asked := b.asked
	if whole {
		asked = nil
		if b.wholes == nil {
			b.wholes = map[string]bool{}
		}
		b.wholes[name] = true
	}
	b.groups["module"][name] = b.s.in.moduleValue(name, asked, b.view)
	b.offered(t)
}

func isIndex(step hcl.Traverser) bool {
	_, ok := step.(hcl.TraverseIndex)
	return ok
}

func (b *binder) data(typ, name string) {
	if b.groups["data"] == nil {
		b.groups["data"] = map[string]cty.Value{}
	}
	if typ == "" || name == "" {
		return
	}
	v := b.complete("data." + typ + "." + name)
	group := map[string]cty.Value{}
	if old, ok := b.groups["data"][typ]; ok {
		group = old.AsValueMap()
	}
	group[name] = v
	b.groups["data"][typ] = cty.ObjectVal(group)
}
