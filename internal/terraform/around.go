package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Around returns the origins of the part of an argument that speaks of a name:
// the line of the name in the argument's own expression, then where the values
// of the object around it came from. A name is a text by itself ("NAME"), a key
// (NAME = …), or the left side of NAME= in a longer text. It returns nil where
// the expression does not show the name.
func (r *Resource) Around(p cty.Path, name string) []Origin {
	n := r.origins.node
	if n == nil || name == "" {
		return nil
	}
	a, _, _ := n.find(p)
	if a == nil {
		return nil
	}
	syntax, ok := a.expr.(hclsyntax.Expression)
	if !ok {
		return nil
	}
	w := &nameWalker{name: name}
	_ = hclsyntax.Walk(syntax, w)
	if w.found == nil {
		return nil
	}
	t := &tracer{}
	t.add(Origin{Range: *w.found, Note: "item", Address: r.Address})
	if w.within != nil {
		t.follow(source{expr: w.within, scope: a.scope})
	}
	return t.found.list
}

// nameWalker looks for the first place that shows a name, and remembers the
// innermost object around it.
type nameWalker struct {
	name    string
	objects []*hclsyntax.ObjectConsExpr
	found   *hcl.Range
	within  hclsyntax.Expression
}

func (w *nameWalker) Enter(n hclsyntax.Node) hcl.Diagnostics {
	switch n := n.(type) {
	case *hclsyntax.ObjectConsExpr:
		w.objects = append(w.objects, n)
	case *hclsyntax.ObjectConsKeyExpr:
		if hcl.ExprAsKeyword(n) == w.name {
			w.hit(n.Range())
		}
	case *hclsyntax.LiteralValueExpr:
		if v := n.Val; v.Type() == cty.String && v.IsKnown() && !v.IsNull() {
			w.text(v.AsString(), n.SrcRange)
		}
	}
	return nil
}

func (w *nameWalker) Exit(n hclsyntax.Node) hcl.Diagnostics {
	if _, ok := n.(*hclsyntax.ObjectConsExpr); ok {
		w.objects = w.objects[:len(w.objects)-1]
	}
	return nil
}

func (w *nameWalker) text(s string, at hcl.Range) {
	if s == w.name {
		w.hit(at)
		return
	}
	i := strings.Index(s, w.name+"=")
	if i < 0 {
		return
	}
	if lines := strings.Count(s[:i], "\n"); lines > 0 {
		at.Start.Line += lines
		at.Start.Column = 1
	}
	at.End = at.Start
	w.hit(at)
}

func (w *nameWalker) hit(at hcl.Range) {
	if w.found != nil {
		return
	}
	w.found = &at
	if len(w.objects) > 0 {
		w.within = w.objects[len(w.objects)-1]
	}
}
