package taint

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// promises adds to a summary what the function's results say of its
// parameters.
func (g *guards) promises(sum *Summary) bool {
	results := g.s.fn.Signature.Results()
	grown := false
	for i := range results.Len() {
		t := results.At(i).Type()
		var wants []string
		switch {
		case isError(t):
			wants = []string{"ok"}
		case types.Identical(t.Underlying(), types.Typ[types.Bool]):
			wants = []string{"true", "false"}
		}
		for _, want := range wants {
			grown = g.promise(sum, i, want) || grown
		}
	}
	return grown
}

func (g *guards) promise(sum *Summary, result int, want string) bool {
	grown := false
	for n, p := range g.s.fn.Params {
		if !carries(p.Type()) {
			continue
		}
		rel := g.about([]cell{{p, ""}})
		mask, returns := library.All, 0
		for _, b := range g.s.fn.Blocks {
			ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			if !ok || result >= len(ret.Results) {
				continue
			}
			returns++
			mask &= g.returnSays(ret.Results[result], b, want, rel)
		}
		if isString(p.Type()) {
			mask |= g.spelled(p, result, want)
		}
		if returns > 0 && mask != 0 && !g.neverIs(result, want) {
			grown = sum.addGuard(Guard{Param: n, Result: result, Want: want, Mask: mask}) || grown
		}
	}
	return grown
}

// neverIs reports whether a result is never as wanted because it is the same
// constant on all ways. Such a check is still to be written, and the code behind
// it to be used: it says nothing of the parameters.
func (g *guards) neverIs(result int, want string) bool {
	for _, b := range g.s.fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || result >= len(ret.Results) {
			continue
		}
		c, ok := ret.Results[result].(*ssa.Const)
		if !ok || want == "ok" || constant.BoolVal(c.Value) == (want == "true") {
			return false
		}
	}
	return true
}

func (g *guards) returnSays(v ssa.Value, b *ssa.BasicBlock, want string, rel related) library.Mask {
	if want == "ok" {
		if isNil(v) {
			return g.at(b, rel)
		}
		if g.notNil(v, b) {
			return library.All
		}
		if e, ok := v.(*ssa.Extract); ok {
			if call, ok := e.Tuple.(*ssa.Call); ok {
				return g.promised(call, e.Index, "ok", rel) | g.at(b, rel)
			}
		}
		if call, ok := v.(*ssa.Call); ok && !makesError(call) {
			return g.promised(call, 0, "ok", rel) | g.at(b, rel)
		}
		switch v.(type) {
		case *ssa.MakeInterface, *ssa.Call, *ssa.UnOp:
			return library.All // an error: no promise is asked for
		}
		return g.at(b, rel)
	}
	return g.condition(v, want == "true", rel, map[ssa.Value]bool{}) | g.at(b, rel)
}

func makesError(call *ssa.Call) bool {
	return calleeIs(call.Common(), "errors.New") || calleeIs(call.Common(), "fmt.Errorf")
}

// notNil reports whether a block is only reached where a value is not nil.
func (g *guards) notNil(v ssa.Value, b *ssa.BasicBlock) bool {
	for _, p := range g.branches {
		cmp, ok := p.Instrs[len(p.Instrs)-1].(*ssa.If).Cond.(*ssa.BinOp)
		if !ok || cmp.X != v || !isNil(cmp.Y) {
			continue
		}
		to := p.Succs[0]
		if cmp.Op == token.EQL {
			to = p.Succs[1]
		}
		if len(to.Preds) == 1 && to.Dominates(b) {
			return true
		}
	}
	return false
}
