package terraform

import (
	"github.com/hashicorp/hcl/v2"
)

const notDeclared = "not declared"

// declared says where a name is used that its module does not have; the name
// takes the first steps of the reference. A module with a file that could not be
// read may have it there, and of a plan only parts are known.
func (b *binder) declared(t hcl.Traversal, steps int) {
	in := b.s.in
	if len(t) < steps || !in.complete() {
		return
	}
	name, known := step(t, 1), false
	switch t.RootName() {
	case "var":
		_, known = in.variables[name]
	case "local":
		_, known = in.locals[name]
	case "module":
		_, known = in.calls[name]
	case "data":
		name += "." + step(t, 2)
		_, known = in.resources["data."+name]
	default:
		_, known = in.resources[t.RootName()+"."+name]
	}
	if !known && name != "" {
		b.report(hcl.Diagnostics{problem(notDeclared, t.RootName()+"."+name+" is declared nowhere in this module; it was taken as unknown", between(t, steps))})
	}
}

// repeated says where each or count is used outside of a block that is
// repeated, and self outside of a resource.
func (b *binder) repeated(t hcl.Traversal) {
	by := map[string]string{"each": "for_each", "count": "count"}[t.RootName()]
	if by != "" && len(t) > 1 && b.s.in.complete() {
		b.report(hcl.Diagnostics{problem("not repeated", t.RootName()+"."+step(t, 1)+" has a meaning only in a block with "+by+"; it was taken as unknown", between(t, 2))})
	}
}

// offered says where a module is asked for an output that it does not have.
func (b *binder) offered(t hcl.Traversal) {
	set := b.s.in.callSet(step(t, 1))
	at := 2
	if len(t) > at && isIndex(t[at]) {
		at++
	}
	output := step(t, at)
	if set == nil || set.module == nil || output == "" || isIndex(t[at]) || !b.s.in.complete() || set.module.diags.HasErrors() {
		return
	}
	if _, known := set.module.outputs[output]; !known {
		b.report(hcl.Diagnostics{problem("no such output", "module "+step(t, 1)+" has no output "+output+"; it was taken as unknown", between(t, at+1))})
	}
}

// complete reports whether all of a module's declarations are known.
func (in *instance) complete() bool {
	return in.files > 0 && !in.module.diags.HasErrors() && in.eval.estate.planned == nil
}

// between is where the first steps of a reference stand.
func between(t hcl.Traversal, steps int) hcl.Range {
	return hcl.RangeBetween(t[0].SourceRange(), t[min(steps, len(t))-1].SourceRange())
}
