package terraform

import (
	"io/fs"
	"maps"
	"path"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// guarded lists the attributes that some expression of the root or of a module
// below it asks for in a way that gives another value where they are absent:
// in try, can or lookup. Sorted.
func (e *evaluator) guarded() []string {
	if e.guardedNames == nil {
		e.guardedNames = []string{}
		e.guardedIn(e.modules.get(e.dir), "", map[string]bool{})
		slices.Sort(e.guardedNames)
		e.guardedNames = slices.Compact(e.guardedNames)
	}
	return e.guardedNames
}

func (e *evaluator) guardedIn(m *module, key string, seen map[string]bool) {
	if seen[m.dir] {
		return
	}
	seen[m.dir] = true
	e.guardedNames = append(e.guardedNames, m.guarded()...)
	for _, name := range slices.Sorted(maps.Keys(m.calls)) {
		inner := name
		if key != "" {
			inner = key + "." + name
		}
		source, _ := m.calls[name].source()
		dir, listed := e.manifest[inner]
		if !listed && localSource(source) {
			dir = path.Join(m.dir, source)
		}
		if dir != "" && fs.ValidPath(dir) {
			e.guardedIn(e.modules.get(dir), inner, seen)
		}
	}
}

func (m *module) findGuarded() []string {
	found := map[string]bool{}
	look := func(n hclsyntax.Node) {
		_ = hclsyntax.VisitAll(n, func(n hclsyntax.Node) hcl.Diagnostics {
			if call, ok := n.(*hclsyntax.FunctionCallExpr); ok {
				guardedBy(call, found)
			}
			return nil
		})
	}
	for _, expr := range m.expressions() {
		if syntax, ok := expr.(hclsyntax.Expression); ok {
			look(syntax)
		}
	}
	for _, b := range m.resources {
		for _, body := range layers(b.body) {
			look(body)
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// expressions are those outside of resource blocks.
func (m *module) expressions() []hcl.Expression {
	var list []hcl.Expression
	for _, attrs := range []map[string]*hcl.Attribute{m.locals, m.outputs} {
		for _, a := range attrs {
			list = append(list, a.Expr)
		}
	}
	for _, c := range m.calls {
		for _, a := range c.attr {
			list = append(list, a.Expr)
		}
	}
	return list
}

// layers are the native bodies that a body is made of.
func layers(body hcl.Body) []*hclsyntax.Body {
	switch body := body.(type) {
	case *hclsyntax.Body:
		return []*hclsyntax.Body{body}
	case overridden:
		return append(layers(body.base), layers(body.over)...)
	}
	return nil
}

func guardedBy(call *hclsyntax.FunctionCallExpr, found map[string]bool) {
	switch call.Name {
	case "try", "can":
		for _, arg := range call.Args {
			for _, name := range names(arg) {
				found[name] = true
			}
		}
	case "lookup":
		if len(call.Args) > 1 {
			if v, diags := call.Args[1].Value(nil); !diags.HasErrors() && v.IsKnown() && !v.IsNull() && v.Type() == cty.String {
				found[v.AsString()] = true
			}
		}
	}
}
