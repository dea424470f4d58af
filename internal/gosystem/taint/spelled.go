package taint

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// spelled returns for what a parameter is harmless where a result is as wanted,
// because the function refuses every text with a character that a table, or
// another function, does not name. Such tables are for names: a slash is not
// among what they allow.
func (g *guards) spelled(p *ssa.Parameter, result int, want string) library.Mask {
	for _, b := range g.branches {
		branch := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		cond, refused := branch.Cond, b.Succs[1]
		if not, ok := cond.(*ssa.UnOp); ok && not.Op == token.NOT {
			cond, refused = not.X, b.Succs[0]
		}
		if isCharOf(looked(cond), p) && refuses(refused, result, want) {
			return pathKinds
		}
	}
	return library.None
}

// looked returns what a condition looks up in a table, or asks a function about.
func looked(cond ssa.Value) ssa.Value {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if at, ok := c.X.(*ssa.IndexAddr); ok && c.Op == token.MUL {
			return at.Index
		}
	case *ssa.Index:
		return c.Index
	case *ssa.Lookup:
		if !c.CommaOk {
			return c.Index
		}
	case *ssa.Call:
		if c.Call.StaticCallee() != nil && len(c.Call.Args) == 1 {
			return c.Call.Args[0]
		}
	}
	return nil
}

// isCharOf reports whether a value is, in a loop, each character of a text.
func isCharOf(v ssa.Value, text ssa.Value) bool {
	for {
		conv, ok := v.(*ssa.Convert)
		if !ok {
			break
		}
		v = conv.X
	}
	switch v := v.(type) {
	case *ssa.Index:
		return v.X == text && counts(v.Index)
	case *ssa.Lookup:
		return v.X == text && counts(v.Index)
	case *ssa.Extract:
		next, ok := v.Tuple.(*ssa.Next)
		if !ok || v.Index != 2 {
			return false
		}
		over, ok := next.Iter.(*ssa.Range)
		return ok && over.X == text
	}
	return false
}

// counts reports whether a value is counted up from zero, or one more than what
// is counted up from minus one, as in a range over a length.
func counts(v ssa.Value) bool {
	start := int64(0)
	if sum, ok := v.(*ssa.BinOp); ok && sum.Op == token.ADD {
		v, start = sum.X, -1
	}
	phi, ok := v.(*ssa.Phi)
	if !ok {
		return false
	}
	for _, e := range phi.Edges {
		if c, ok := e.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.Int && c.Int64() == start {
			return true
		}
	}
	return false
}

// refuses reports whether a block ends the function with another result than
// the one that is wanted.
func refuses(b *ssa.BasicBlock, result int, want string) bool {
	ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
	if !ok || result >= len(ret.Results) {
		return false
	}
	c, isConst := ret.Results[result].(*ssa.Const)
	switch want {
	case "ok":
		return !isConst || !c.IsNil()
	case "true":
		return isConst && c.Value != nil && !constant.BoolVal(c.Value)
	}
	return false
}
