package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	tfjson "github.com/hashicorp/terraform-json"
	"github.com/zclconf/go-cty/cty"
)

// planExpression stands for an expression of which a plan tells the value and
// what it refers to, but not the text.
type planExpression struct {
	value      cty.Value
	traversals []hcl.Traversal
	at         hcl.Range
}

func (e *planExpression) Value(*hcl.EvalContext) (cty.Value, hcl.Diagnostics) { return e.value, nil }
func (e *planExpression) Variables() []hcl.Traversal                          { return e.traversals }
func (e *planExpression) Range() hcl.Range                                    { return e.at }
func (e *planExpression) StartRange() hcl.Range                               { return e.at }

// expressionOf makes an expression of what a plan's configuration says of one.
// A reference to all instances of something, in an expression that speaks of
// its own key, means the instance with the same key, where there is one.
func expressionOf(x *tfjson.Expression, v cty.Value, key func(hcl.Traversal) cty.Value, at hcl.Range) *planExpression {
	e := &planExpression{value: v, at: at}
	if x == nil || x.ExpressionData == nil {
		return e
	}
	own := false
	for _, r := range x.References {
		own = own || strings.HasPrefix(r, "each.") || strings.HasPrefix(r, "count.")
	}
	for _, r := range longest(x.References) {
		t, diags := hclsyntax.ParseTraversalAbs([]byte(r), at.Filename, hcl.InitialPos)
		if diags.HasErrors() {
			continue
		}
		if own && key != nil && wholeResource(t) {
			if k := key(t); k != cty.NilVal {
				t = append(t, hcl.TraverseIndex{Key: k})
			}
		}
		e.traversals = append(e.traversals, t)
	}
	return e
}

// wholeResource reports whether a traversal names a resource without an
// instance or attribute.
func wholeResource(t hcl.Traversal) bool {
	switch t.RootName() {
	case "var", "local", "module", "each", "count", "path", "terraform", "self":
		return false
	case "data":
		return len(t) == 3
	}
	return len(t) == 2
}

// longest drops references that only begin another one: a plan lists
// a.b["k"].id, a.b["k"] and a.b for one mention.
func longest(references []string) []string {
	return slices.DeleteFunc(slices.Clone(references), func(r string) bool {
		return slices.ContainsFunc(references, func(other string) bool {
			return len(other) > len(r) && strings.HasPrefix(other, r) && (other[len(r)] == '.' || other[len(r)] == '[')
		})
	})
}
