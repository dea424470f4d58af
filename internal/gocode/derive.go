package gocode

import (
	"go/ast"
	"go/types"
	"strings"
)

// Derived tells which variables of one function hold something made from a
// source. It looks at the function alone and ignores the order of statements.
type Derived struct {
	info   *types.Info
	source func(ast.Expr) bool
	keeps  func(*ast.CallExpr) bool // which calls make something from their arguments
	vars   map[types.Object]bool    // variables, and fields that were set
}

// Derive follows what source accepts through the assignments of a function
// body: through operators, conversions, calls, elements and fields, and into
// what is filled by a call (a builder, a buffer, a copy).
func Derive(info *types.Info, body ast.Node, source func(ast.Expr) bool) *Derived {
	d := &Derived{info: info, source: source, vars: map[types.Object]bool{}}
	d.keeps = func(*ast.CallExpr) bool { return true }
	return d.follow(body)
}

// DeriveText is like Derive, but follows only calls that keep a text or its
// parts: conversions and the functions of the standard library for text. What
// other functions make of it is something new.
func DeriveText(info *types.Info, body ast.Node, source func(ast.Expr) bool) *Derived {
	d := &Derived{info: info, source: source, vars: map[types.Object]bool{}}
	d.keeps = func(call *ast.CallExpr) bool { return keepsText(info, call) }
	return d.follow(body)
}

func keepsText(info *types.Info, call *ast.CallExpr) bool {
	if info.Types[call.Fun].IsType() || info.Types[call.Fun].IsBuiltin() {
		return true
	}
	name := CallName(info, call)
	for _, pkg := range []string{"strings.", "bytes.", "fmt.Sprint", "fmt.Append", "strconv.", "encoding/", "net/url.", "unicode/", "slices."} {
		if strings.HasPrefix(name, pkg) {
			return true
		}
	}
	return false
}

func (d *Derived) follow(body ast.Node) *Derived {
	for range 6 {
		before := len(d.vars)
		ast.Inspect(body, func(n ast.Node) bool {
			d.step(n)
			return true
		})
		if len(d.vars) == before {
			break
		}
	}
	return d
}

// Has reports whether an expression is, or is made from, a source. What only
// measures or compares a value is not made from it.
func (d *Derived) Has(e ast.Expr) bool {
	found := false
	if e == nil {
		return false
	}
	ast.Inspect(e, func(n ast.Node) bool {
		if found {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BinaryExpr:
			if t, ok := Under(d.info, n).(*types.Basic); ok && t.Info()&types.IsBoolean != 0 {
				return false
			}
		case *ast.CallExpr:
			if d.source(n) {
				found = true
				return false
			}
			if measures(d.info, n) || !d.keeps(n) {
				return false
			}
		case *ast.SelectorExpr:
			if d.source(n) || d.vars[d.info.ObjectOf(n.Sel)] {
				found = true
				return false
			}
			// Only the value before the dot can carry, not the field's name.
			found = d.Has(n.X)
			return false
		case *ast.KeyValueExpr:
			found = d.Has(n.Value)
			return false
		case *ast.Ident:
			found = d.vars[d.info.ObjectOf(n)]
		}
		if e, ok := n.(ast.Expr); ok && d.source(e) {
			found = true
		}
		return !found
	})
	return found
}

// Any reports whether some variable holds something made from a source.
func (d *Derived) Any() bool { return len(d.vars) > 0 }

func measures(info *types.Info, call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return false
	}
	b, ok := info.Uses[id].(*types.Builtin)
	return ok && (b.Name() == "len" || b.Name() == "cap")
}

func (d *Derived) step(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			rhs := n.Rhs[0]
			if len(n.Rhs) == len(n.Lhs) {
				rhs = n.Rhs[i]
			}
			d.mark(lhs, rhs)
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if len(n.Values) == 0 {
				break
			}
			d.mark(name, n.Values[min(i, len(n.Values)-1)])
		}
	case *ast.RangeStmt:
		d.mark(n.Value, n.X)
	case *ast.CallExpr:
		d.fill(n)
	}
}

func (d *Derived) mark(lhs, rhs ast.Expr) {
	if lhs == nil || !d.Has(rhs) || isError(d.info.TypeOf(lhs)) {
		return
	}
	d.add(written(d.info, lhs))
}

// written returns what an assignment changes: a variable, or a field alone
// where one is set.
func written(info *types.Info, lhs ast.Expr) types.Object {
	switch e := ast.Unparen(lhs).(type) {
	case *ast.SelectorExpr:
		return info.ObjectOf(e.Sel)
	case *ast.IndexExpr:
		return written(info, e.X)
	case *ast.SliceExpr:
		return written(info, e.X)
	case *ast.StarExpr:
		return written(info, e.X)
	case *ast.Ident:
		return info.ObjectOf(e)
	}
	return nil
}

func (d *Derived) add(obj types.Object) {
	if v, ok := obj.(*types.Var); ok && v.Name() != "_" {
		d.vars[v] = true
	}
}

// fill marks what a call writes into when one of its arguments is derived: the
// receiver of a Write method, the target of copy, and pointers.
func (d *Derived) fill(call *ast.CallExpr) {
	derived := false
	for _, arg := range call.Args {
		derived = derived || d.Has(arg)
	}
	if !derived {
		return
	}
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && id.Name == "copy" && len(call.Args) == 2 {
		d.add(Root(d.info, call.Args[0]))
		return
	}
	if fn := Callee(d.info, call); fn != nil && writes(fn.Name()) {
		if recv := Receiver(call); recv != nil && fn.Signature().Recv() != nil {
			d.add(Root(d.info, recv))
		}
	}
	for _, arg := range call.Args {
		if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok {
			d.add(Root(d.info, u))
		}
	}
}

func writes(name string) bool {
	switch name {
	case "Write", "WriteString", "WriteByte", "WriteRune", "SetBytes":
		return true
	}
	return false
}

func isError(t types.Type) bool {
	return t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
}

// IsError reports whether an expression is of the plain type error, about
// whose text nothing is known.
func IsError(info *types.Info, e ast.Expr) bool { return isError(info.TypeOf(e)) }
