package catalog

import (
	"reflect"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// expressions lists every expression of an entry. Reflection keeps the list
// complete when a block gains an argument.
func (e *entry) expressions() []hclsyntax.Expression {
	var list []hclsyntax.Expression
	collect(reflect.ValueOf(e).Elem(), &list)
	return list
}

func collect(v reflect.Value, list *[]hclsyntax.Expression) {
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() {
			continue
		}
		field := v.Field(i)
		if expr, ok := field.Interface().(hclsyntax.Expression); ok {
			*list = append(*list, expr)
			continue
		}
		if field.Kind() != reflect.Slice {
			continue
		}
		for j := range field.Len() {
			if item := field.Index(j); item.Kind() == reflect.Pointer {
				collect(item.Elem(), list)
			}
		}
	}
}

// prepare notes which arguments the entry's expressions read, so that those
// that nobody set can be bound to null.
func (e *entry) prepare() {
	e.companionAttributes = map[string][]string{}
	for _, expr := range e.expressions() {
		for _, t := range expr.Variables() {
			e.note(t)
		}
		_ = hclsyntax.VisitAll(expr, e.noteJudged) // which reports nothing
	}
	for _, s := range e.Standins {
		e.attributes = append(e.attributes, s.Name)
	}
	slices.Sort(e.attributes)
	e.attributes = slices.Compact(e.attributes)
}

func (e *entry) note(t hcl.Traversal) {
	switch t.RootName() {
	case "self":
		if name, ok := attrStep(t, 1); ok {
			e.attributes = append(e.attributes, name)
		}
	case "each":
		if name, ok := attrStep(t, 1); ok {
			e.eachAttributes = append(e.eachAttributes, name)
		}
	case "companion":
		name, _ := attrStep(t, 1)
		if attr, ok := attrStep(t, 2); ok {
			e.companionAttributes[name] = append(e.companionAttributes[name], attr)
		}
	}
}

// noteJudged notes what a call of literal looks into.
func (e *entry) noteJudged(n hclsyntax.Node) hcl.Diagnostics {
	call, ok := n.(*hclsyntax.FunctionCallExpr)
	if !ok || call.Name != "literal" {
		return nil
	}
	for _, t := range call.Variables() {
		at := 1
		if t.RootName() == "companion" {
			at = 2
		}
		if name, ok := attrStep(t, at); ok {
			e.judged = append(e.judged, name)
		}
	}
	return nil
}

func attrStep(t hcl.Traversal, i int) (string, bool) {
	if len(t) <= i {
		return "", false
	}
	step, ok := t[i].(hcl.TraverseAttr)
	return step.Name, ok
}

// checkCalls reports calls of functions that do not exist.
func (c *Catalog) checkCalls(expr hclsyntax.Expression) hcl.Diagnostics {
	var diags hcl.Diagnostics
	hclsyntax.VisitAll(expr, func(n hclsyntax.Node) hcl.Diagnostics {
		call, ok := n.(*hclsyntax.FunctionCallExpr)
		if !ok || hasFunction(c, call.Name) {
			return nil
		}
		diags = append(diags, unknownWord("function", call.Name, functionNames(c), call.NameRange))
		return nil
	})
	return diags
}
