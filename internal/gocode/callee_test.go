package gocode

import (
	"go/ast"
	"go/types"
	"testing"
)

// An expression in code that does not compile has no type.
func TestUnder(t *testing.T) {
	e, text := &ast.BasicLit{}, &ast.BasicLit{}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{text: {Type: types.NewNamed(types.NewTypeName(0, nil, "name", nil), types.Typ[types.String], nil)}}}
	if got := Under(info, e); got != types.Typ[types.Invalid] {
		t.Errorf("Under of an expression without a type = %v", got)
	}
	if got := Under(info, text); got != types.Typ[types.String] {
		t.Errorf("Under of a named string = %v", got)
	}
}
