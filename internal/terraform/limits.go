package terraform

import (
	"bytes"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

const (
	maxNesting   = 500     // of brackets and template directives
	maxOperators = 20_000  // in one expression
	maxText      = 8 << 20 // bytes of one value
	maxParts     = 500_000 // of one value, and rounds of nested loops
	maxExponent  = 4096    // of a number, to the base of two
)

// deep reports sources that would make a recursive parser or evaluator run out
// of stack: deep brackets, deep template directives, endless chains of
// operators. It errs on the side of reading: what it counts as an operator may
// be a character of a text.
func deep(text []byte) bool {
	depth, directives, operators := 0, 0, 0
	for i, c := range text {
		switch c {
		case '{', '[', '(':
			depth++
			if c == '{' && i > 0 && text[i-1] == '%' {
				directives = max(0, directives+opens(text[i+1:]))
			}
		case '}', ']', ')':
			depth = max(0, depth-1)
		case '\n':
			if depth == 0 {
				operators = 0
			}
		case ',':
			operators = 0
		case '+', '-', '*', '/', '%', '!', '?', '<', '>', '&', '|', '=':
			operators++
		}
		if depth > maxNesting || directives > maxNesting || operators > maxOperators {
			return true
		}
	}
	return false
}

// opens is 1 for a directive that opens a section, -1 for one that ends it.
func opens(directive []byte) int {
	word := bytes.TrimLeft(directive[:min(len(directive), 64)], " ~\t")
	switch {
	case bytes.HasPrefix(word, []byte("if")), bytes.HasPrefix(word, []byte("for")):
		return 1
	case bytes.HasPrefix(word, []byte("end")):
		return -1
	}
	return 0
}

// loops returns the collections of each nest of for expressions, outermost first.
func loops(expr hclsyntax.Expression) [][]hclsyntax.Expression {
	w := &loopWalker{collections: map[hclsyntax.Expression]bool{}}
	_ = hclsyntax.Walk(expr, w)
	return w.found
}

// loopWalker keeps the loops around a node. A loop's collection is outside of
// it and is walked first, so the loop begins where its collection ends.
type loopWalker struct {
	collections map[hclsyntax.Expression]bool
	around      []hclsyntax.Expression
	found       [][]hclsyntax.Expression
}

func (w *loopWalker) Enter(n hclsyntax.Node) hcl.Diagnostics {
	if f, ok := n.(*hclsyntax.ForExpr); ok {
		w.collections[f.CollExpr] = true
	}
	return nil
}

func (w *loopWalker) Exit(n hclsyntax.Node) hcl.Diagnostics {
	if _, ok := n.(*hclsyntax.ForExpr); ok {
		w.around = w.around[:len(w.around)-1]
	}
	expr, ok := n.(hclsyntax.Expression)
	if !ok || !w.collections[expr] {
		return nil
	}
	w.around = append(w.around, expr)
	if len(w.around) > 1 {
		w.found = append(w.found, slices.Clone(w.around))
	}
	return nil
}

// giant reports whether an expression holds a number of so many digits that
// writing it down is work.
func giant(expr hclsyntax.Expression) bool {
	found := false
	_ = hclsyntax.VisitAll(expr, func(n hclsyntax.Node) hcl.Diagnostics {
		if l, ok := n.(*hclsyntax.LiteralValueExpr); ok && l.Val.IsKnown() && !l.Val.IsNull() && l.Val.Type() == cty.Number {
			exponent := l.Val.AsBigFloat().MantExp(nil)
			found = found || exponent > maxExponent || exponent < -maxExponent
		}
		return nil
	})
	return found
}

// excessive reports an expression whose evaluation would not end in time:
// nested loops over collections that do not depend on one another, or numbers
// without end.
func (e *evaluator) excessive(expr hcl.Expression, ctx *hcl.EvalContext) bool {
	about := e.modules.mentions.of(expr)
	if about.giant {
		return true
	}
	for _, nest := range about.loops {
		rounds := 1
		for _, collection := range nest {
			v, diags := collection.Value(ctx)
			if v, _ = v.Unmark(); diags.HasErrors() || !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
				continue // of what the loop around goes over, which is a value and so bounded
			}
			if rounds *= max(1, v.LengthInt()); rounds > maxParts {
				return true
			}
		}
	}
	return false
}

// bounded replaces a value that has become too large to work with by an
// unknown. Values share their parts, so a few lines can make one of billions.
func (e *evaluator) bounded(v cty.Value, at hcl.Range) cty.Value {
	// Where one is too large, the next will be too: they get less and less.
	less := min(2*e.excess, 10)
	w := weigher{parts: maxParts >> less, text: maxText >> less}
	if w.fits(v) {
		return v
	}
	e.excess++
	e.warnOnce(problem("a value is too large", "it has more than 500000 parts or 8 MiB of text, or others in this root had; it was taken as unknown", at))
	return cty.DynamicVal
}

// weigher counts down what a value may still have.
type weigher struct{ parts, text int }

func (w *weigher) fits(v cty.Value) bool {
	if w.parts--; w.parts < 0 || w.text < 0 {
		return false
	}
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() {
		return true
	}
	switch {
	case v.Type() == cty.String:
		w.text -= len(v.AsString())
		return w.text >= 0
	case v.CanIterateElements():
		for it := v.ElementIterator(); it.Next(); {
			if _, item := it.Element(); !w.fits(item) {
				return false
			}
		}
	}
	return true
}
