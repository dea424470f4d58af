package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// asker looks for the reason why the values of expressions are not known. It
// asks each expression of a module instance once: repetitions of a block share
// what is found for the first.
type asker struct {
	told  map[asked]Cause
	depth int
}

type asked struct {
	expr hcl.Expression
	in   *instance
}

// ranks puts the reasons that explain most first.
var ranks = map[Why]int{AbsentModule: 5, NoValue: 4, DataSource: 3, Computed: 2, Unevaluated: 1}

func worse(a, b Cause) Cause {
	if ranks[b.Why] > ranks[a.Why] {
		return b
	}
	return a
}

func (w *asker) why(s source) Cause {
	if s.expr == nil || s.scope == nil || w.depth >= maxChain {
		return Cause{}
	}
	at := asked{s.expr, s.scope.in}
	if best, ok := w.told[at]; ok {
		return best
	}
	w.told[at] = Cause{} // a cycle explains nothing
	w.depth++
	defer func() { w.depth-- }()
	var best Cause
	for _, t := range s.expr.Variables() {
		whole := &hclsyntax.ScopeTraversalExpr{Traversal: t, SrcRange: s.expr.Range()}
		if v, ok := s.scope.in.eval.try(whole, s.scope, plainly, silently); !ok || !v.IsWhollyKnown() {
			best = worse(best, w.reference(t, s.scope))
		}
	}
	w.told[at] = best
	return best
}

func (w *asker) reference(t hcl.Traversal, s *scope) Cause {
	in, root, name := s.in, t.RootName(), step(t, 1)
	if from, ok := s.sources[root]; ok {
		return w.why(from)
	}
	switch root {
	case "var":
		return w.variable(in, name)
	case "local":
		if a, ok := in.locals[name]; ok {
			return w.why(source{expr: a.Expr, scope: in.scope})
		}
		return Cause{}
	case "module":
		return w.module(in, name, t)
	case "data":
		return Cause{DataSource, "data." + name}
	case "each", "count", "path", "terraform", "self":
		return Cause{}
	}
	return w.resource(in, root, name, t)
}

func (w *asker) variable(in *instance, name string) Cause {
	v, ok := in.variables[name]
	if !ok {
		return Cause{}
	}
	if in.call != nil {
		if a, ok := in.call.attr[name]; ok {
			return w.why(source{expr: a.Expr, scope: in.outer})
		}
	}
	if _, set := in.assignment(v); set || v.def != nil {
		return Cause{}
	}
	return Cause{NoValue, in.name("var." + name)}
}

func (w *asker) module(in *instance, name string, t hcl.Traversal) Cause {
	set := in.callSet(name)
	if set == nil {
		return Cause{}
	}
	if set.module == nil {
		src, _ := set.call.source()
		return Cause{AbsentModule, src}
	}
	var best Cause
	for _, child := range set.instances {
		for i := 2; i < min(len(t), 5); i++ {
			if a, ok := child.outputs[step(t, i)]; ok {
				best = worse(best, w.why(source{expr: a.Expr, scope: child.scope}))
				break
			}
		}
	}
	return best
}

// resource follows an argument of the resource that a reference names; what is
// no argument is for the provider to compute.
func (w *asker) resource(in *instance, typ, name string, t hcl.Traversal) Cause {
	set := in.resourceSet(typ + "." + name)
	if set == nil {
		return Cause{}
	}
	best := Cause{Computed, typ}
	for _, r := range set.instances {
		if r.origins.node == nil {
			continue
		}
		for i := 2; i < min(len(t), 5); i++ {
			if a, ok := r.origins.node.attrs[step(t, i)]; ok {
				best = worse(best, w.why(source{expr: a.expr, scope: r.origins.node.scope}))
			}
		}
	}
	return best
}
