package gocode

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
)

// String returns the constant text of an expression.
func String(info *types.Info, e ast.Expr) (string, bool) {
	v := info.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v), true
}

// Int returns the constant number of an expression.
func Int(info *types.Info, e ast.Expr) (int64, bool) {
	v := info.Types[e].Value
	if v == nil {
		return 0, false
	}
	return constant.Int64Val(constant.ToInt(v))
}

// Bool returns the constant truth value of an expression.
func Bool(info *types.Info, e ast.Expr) (value, known bool) {
	v := info.Types[e].Value
	if v == nil || v.Kind() != constant.Bool {
		return false, false
	}
	return constant.BoolVal(v), true
}

// Field returns the element of a struct literal that sets a field, or nil.
func Field(lit *ast.CompositeLit, name string) *ast.KeyValueExpr {
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if id, ok := kv.Key.(*ast.Ident); ok && id.Name == name {
			return kv
		}
	}
	return nil
}

// Keyed reports whether a struct literal names its fields (or has none), so
// that a missing field is known to be zero.
func Keyed(lit *ast.CompositeLit) bool {
	for _, elt := range lit.Elts {
		if _, ok := elt.(*ast.KeyValueExpr); !ok {
			return false
		}
	}
	return true
}

// Values is an analyzer that answers, for its whole package, which values a
// variable is given. It does nothing until it is asked.
var Values = &analysis.Analyzer{
	Name:       "govalues",
	Doc:        "tell other analyzers which values a variable is given",
	Requires:   []*analysis.Analyzer{inspect.Analyzer},
	ResultType: reflect.TypeFor[*Assigned](),
	Run: func(pass *analysis.Pass) (any, error) {
		return &Assigned{pass: pass}, nil
	},
}

// Assigned holds what is assigned to each variable and field of a package.
type Assigned struct {
	pass *analysis.Pass
	once sync.Once
	all  map[types.Object][]Given
	decl map[types.Object]*ast.FuncDecl
}

// Given is one value given to a variable.
type Given struct {
	Value  ast.Expr // nil for a zero value or one that no expression stands for
	Result int      // which result of a call with several, else -1
	Whole  bool     // the variable gets this very value, not a part or a change
	Zero   bool     // declared without a value
}

// ValuesOf returns the answers of Values to an analyzer that requires it.
func ValuesOf(pass *analysis.Pass) *Assigned {
	return pass.ResultOf[Values].(*Assigned)
}

// To returns the values that a variable or field is given in the package, in
// source order. A parameter is given values by callers, which are not seen.
func (a *Assigned) To(obj types.Object) []Given {
	a.once.Do(a.collect)
	return a.all[obj]
}

// Origin follows a name to the one expression that gives it its value, through
// further names. An expression whose value depends on the way taken, or comes
// from elsewhere, is returned as it is.
func (a *Assigned) Origin(e ast.Expr) ast.Expr {
	for range 8 {
		e = ast.Unparen(e)
		id, ok := e.(*ast.Ident)
		if !ok {
			return e
		}
		given := a.To(a.pass.TypesInfo.ObjectOf(id))
		if len(given) != 1 || given[0].Value == nil || given[0].Result >= 0 || !given[0].Whole {
			return e
		}
		e = given[0].Value
	}
	return e
}

// Call follows a name to the call that gives it its value, as its first or
// only result.
func (a *Assigned) Call(e ast.Expr) *ast.CallExpr {
	e = a.Origin(e)
	if id, ok := e.(*ast.Ident); ok {
		given := a.To(a.pass.TypesInfo.ObjectOf(id))
		if len(given) == 1 && given[0].Whole && given[0].Result <= 0 {
			e = given[0].Value
		}
	}
	call, _ := e.(*ast.CallExpr)
	return call
}

// Text returns the constant text of an expression, also where it comes
// through a variable that is given nothing else, or a conversion.
func (a *Assigned) Text(e ast.Expr) (string, bool) {
	text, at := a.TextAt(e)
	return text, at != nil
}

// TextAt returns the constant text of an expression and the expression that
// states it: the literal in the declaration of a constant or variable. It
// returns no expression where the text is not constant.
func (a *Assigned) TextAt(e ast.Expr) (string, ast.Expr) {
	info := a.pass.TypesInfo
	for range 8 {
		e = ast.Unparen(e)
		if inner, ok := Conversion(info, e); ok {
			e = inner
			continue
		}
		if next := a.stated(e); next != e {
			e = next
			continue
		}
		if s, ok := String(info, e); ok {
			return s, e
		}
		return "", nil
	}
	return "", nil
}

// stated follows one name, of a variable or of a constant of this package.
func (a *Assigned) stated(e ast.Expr) ast.Expr {
	obj := Object(a.pass.TypesInfo, e)
	if v, ok := obj.(*types.Var); ok && v.IsField() {
		return e
	}
	given := a.To(obj)
	if obj == nil || len(given) != 1 || given[0].Value == nil || given[0].Result >= 0 || !given[0].Whole {
		return e
	}
	return given[0].Value
}

// Declaration returns the declaration of a function or method of the package,
// or nil.
func (a *Assigned) Declaration(fn types.Object) *ast.FuncDecl {
	a.once.Do(a.collect)
	return a.decl[fn]
}

// Body returns the body of the function that an expression stands for: a
// literal, a function or method of the package, or one that a call of such a
// function returns (then the body of that function, which holds the literal).
func (a *Assigned) Body(e ast.Expr) *ast.BlockStmt {
	e = a.Origin(e)
	if inner, ok := Conversion(a.pass.TypesInfo, e); ok {
		return a.Body(inner)
	}
	switch e := e.(type) {
	case *ast.FuncLit:
		return e.Body
	case *ast.CallExpr:
		if decl := a.Declaration(Callee(a.pass.TypesInfo, e)); decl != nil {
			return decl.Body
		}
	case *ast.Ident, *ast.SelectorExpr:
		if decl := a.Declaration(Object(a.pass.TypesInfo, e)); decl != nil {
			return decl.Body
		}
	}
	return nil
}

func (a *Assigned) collect() {
	a.all = map[types.Object][]Given{}
	a.decl = map[types.Object]*ast.FuncDecl{}
	for _, file := range a.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				a.decl[a.pass.TypesInfo.Defs[n.Name]] = n
			case *ast.AssignStmt:
				a.assign(n)
			case *ast.ValueSpec:
				a.declare(n)
			case *ast.RangeStmt:
				a.give(n.Key, Given{Value: n.X, Result: -1})
				a.give(n.Value, Given{Value: n.X, Result: -1})
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					a.give(n.X, Given{Result: -1}) // somebody may write through it
				}
			case *ast.IncDecStmt:
				a.give(n.X, Given{Value: n.X, Result: -1})
			}
			return true
		})
	}
}

func (a *Assigned) assign(n *ast.AssignStmt) {
	whole := n.Tok == token.ASSIGN || n.Tok == token.DEFINE
	for i, lhs := range n.Lhs {
		if len(n.Rhs) == len(n.Lhs) {
			a.give(lhs, Given{Value: n.Rhs[i], Result: -1, Whole: whole})
		} else {
			a.give(lhs, Given{Value: n.Rhs[0], Result: i, Whole: whole})
		}
	}
}

func (a *Assigned) declare(n *ast.ValueSpec) {
	for i, name := range n.Names {
		switch {
		case len(n.Values) == 0:
			a.give(name, Given{Result: -1, Whole: true, Zero: true})
		case len(n.Values) == len(n.Names):
			a.give(name, Given{Value: n.Values[i], Result: -1, Whole: true})
		default:
			a.give(name, Given{Value: n.Values[0], Result: i, Whole: true})
		}
	}
}

// give records a value for the variable or field that lhs names. Writing an
// element or a field of x also counts as changing a part of x.
func (a *Assigned) give(lhs ast.Expr, g Given) {
	if lhs == nil {
		return
	}
	info := a.pass.TypesInfo
	if obj := Object(info, lhs); obj != nil {
		a.all[obj] = append(a.all[obj], g)
	}
	if _, plain := ast.Unparen(lhs).(*ast.Ident); plain {
		return
	}
	if root := Root(info, lhs); root != nil && root != Object(info, lhs) {
		g.Whole = false
		a.all[root] = append(a.all[root], g)
	}
}

// Holder returns the variable or field that a literal is put into as it is
// made, behind a star or not, or nil.
func Holder(info *types.Info, lit inspector.Cursor) types.Object {
	child, parent := lit, lit.Parent()
	for {
		switch n := parent.Node().(type) {
		case *ast.UnaryExpr, *ast.ParenExpr:
			child, parent = parent, parent.Parent()
			continue
		case *ast.AssignStmt:
			for i, rhs := range n.Rhs {
				if rhs == child.Node() && len(n.Lhs) == len(n.Rhs) {
					return Object(info, n.Lhs[i])
				}
			}
		case *ast.ValueSpec:
			for i, value := range n.Values {
				if value == child.Node() && len(n.Names) == len(n.Values) {
					return info.ObjectOf(n.Names[i])
				}
			}
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok {
				return info.ObjectOf(id)
			}
		}
		return nil
	}
}
