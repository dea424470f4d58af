package catalog

import (
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// witness collects places: found are attributes that are set, near are blocks
// around attributes that are not.
type witness struct{ found, near []place }

func (w *witness) add(p place, whole bool) {
	list := &w.found
	if !whole {
		list = &w.near
	}
	same := func(o place) bool { return o.node == p.node && o.path.Equals(p.path) }
	if !slices.ContainsFunc(*list, same) {
		*list = append(*list, p)
	}
}

// decide walks an expression and follows only the operands that decided its
// value: the false side of a false "and", the branch taken, the argument that
// default chose.
func (s *scope) decide(expr hclsyntax.Expression, w *witness) {
	switch e := expr.(type) {
	case *hclsyntax.ParenthesesExpr:
		s.decide(e.Expression, w)
	case *hclsyntax.UnaryOpExpr:
		s.decide(e.Val, w)
	case *hclsyntax.BinaryOpExpr:
		s.decideBinary(e, w)
	case *hclsyntax.ConditionalExpr:
		s.decideConditional(e, w)
	case *hclsyntax.FunctionCallExpr:
		s.decideCall(e, w)
	default:
		s.all(expr, w)
	}
}

func (s *scope) decideBinary(e *hclsyntax.BinaryOpExpr, w *witness) {
	switch e.Op {
	case hclsyntax.OpLogicalAnd:
		s.deciders([]hclsyntax.Expression{e.LHS, e.RHS}, false, w)
	case hclsyntax.OpLogicalOr:
		s.deciders([]hclsyntax.Expression{e.LHS, e.RHS}, true, w)
	default:
		s.decide(e.LHS, w)
		s.decide(e.RHS, w)
	}
}

// deciders follows those operands whose value is the deciding one, or all of
// them where none is.
func (s *scope) deciders(operands []hclsyntax.Expression, deciding bool, w *witness) {
	var chosen []hclsyntax.Expression
	for _, o := range operands {
		if s.truth(o).Is(deciding) {
			chosen = append(chosen, o)
		}
	}
	if len(chosen) == 0 {
		chosen = operands
	}
	for _, o := range chosen {
		s.decide(o, w)
	}
}

func (s *scope) decideConditional(e *hclsyntax.ConditionalExpr, w *witness) {
	switch cond := s.truth(e.Condition); {
	case cond.True():
		s.decide(e.TrueResult, w)
	case cond.False():
		s.decide(e.FalseResult, w)
	}
	s.decide(e.Condition, w)
}

func (s *scope) decideCall(e *hclsyntax.FunctionCallExpr, w *witness) {
	switch e.Name {
	case "default", "try", "coalesce":
		s.decideDefault(e.Args, w)
	case "anytrue":
		s.decideList(e, true, w)
	case "alltrue":
		s.decideList(e, false, w)
	default:
		for _, arg := range e.Args {
			s.decide(arg, w)
		}
	}
}

func (s *scope) decideDefault(args []hclsyntax.Expression, w *witness) {
	for _, arg := range args {
		v, diags := arg.Value(s.ctx)
		if !diags.HasErrors() && !isNull(v) {
			s.decide(arg, w)
			return
		}
		missed := &witness{}
		s.all(arg, missed)
		for _, p := range append(missed.found, missed.near...) {
			w.add(p, false)
		}
	}
}

// decideList follows the items of anytrue([...]) and alltrue([for ...]) that
// decided.
func (s *scope) decideList(e *hclsyntax.FunctionCallExpr, deciding bool, w *witness) {
	if len(e.Args) != 1 {
		return
	}
	switch arg := e.Args[0].(type) {
	case *hclsyntax.TupleConsExpr:
		s.deciders(arg.Exprs, deciding, w)
	case *hclsyntax.ForExpr:
		s.decideFor(arg, deciding, w)
	default:
		s.all(arg, w)
	}
}

func (s *scope) decideFor(e *hclsyntax.ForExpr, deciding bool, w *witness) {
	coll, diags := e.CollExpr.Value(s.ctx)
	at := s.elementPlaces(e.CollExpr)
	coll, _ = coll.Unmark()
	if diags.HasErrors() || !coll.IsKnown() || coll.IsNull() || !coll.CanIterateElements() || len(at) != coll.LengthInt() {
		s.all(e.CollExpr, w)
		return
	}
	matched := false
	i := -1
	for it := coll.ElementIterator(); it.Next(); {
		i++
		_, v := it.Element()
		child := s.bind(e.ValVar, v, &at[i])
		if e.CondExpr != nil && !child.truth(e.CondExpr).True() {
			continue
		}
		if child.truth(e.ValExpr).Is(deciding) {
			matched = true
			child.decide(e.ValExpr, w)
		}
	}
	if !matched {
		s.all(e.CollExpr, w)
	}
}

// decideLet follows an intermediate value to what decided it. Loop variables
// are not visible there.
func (s *scope) decideLet(name string, w *witness) {
	if expr := s.node.entry.let(name); expr != nil {
		s.node.scope.decide(expr, w)
	}
}
