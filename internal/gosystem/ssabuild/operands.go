package ssabuild

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Operands returns the receiver, if any, and the arguments of a call. A
// function that was made up for a missing package takes its arguments as one
// list; they are returned one by one.
func Operands(c *ssa.CallCommon) []ssa.Value {
	if c.IsInvoke() {
		return append([]ssa.Value{c.Value}, c.Args...)
	}
	if recv := bound(c); recv != nil {
		return append([]ssa.Value{recv}, c.Args...)
	}
	fn := c.StaticCallee()
	if fn == nil || !madeUp(fn) || len(c.Args) == 0 {
		return c.Args
	}
	last := len(c.Args) - 1
	list, ok := Elements(c.Args[last])
	if !ok {
		return c.Args
	}
	out := append([]ssa.Value{}, c.Args[:last]...)
	for _, v := range list {
		if m, ok := v.(*ssa.MakeInterface); ok {
			v = m.X
		}
		out = append(out, v)
	}
	return out
}

// HasReceiver reports whether the first of a call's operands is a receiver.
func HasReceiver(c *ssa.CallCommon) bool {
	if c.IsInvoke() || bound(c) != nil {
		return true
	}
	fn := c.StaticCallee()
	return fn != nil && fn.Signature.Recv() != nil
}

// bound returns the receiver of a method value that is called, or nil.
func bound(c *ssa.CallCommon) ssa.Value {
	mc, ok := c.Value.(*ssa.MakeClosure)
	if !ok || len(mc.Bindings) != 1 || !strings.HasPrefix(mc.Fn.(*ssa.Function).Synthetic, "bound method wrapper") {
		return nil
	}
	return mc.Bindings[0]
}

// madeUp reports whether a function stands in for one that nobody has.
func madeUp(fn *ssa.Function) bool {
	obj := fn.Object()
	if obj == nil || obj.Pos().IsValid() || len(fn.Blocks) > 0 {
		return false
	}
	params := fn.Signature.Params()
	return fn.Signature.Variadic() && params.Len() == 1 && params.At(0).Name() == standinParam
}

// standinParam is how package standin names the one parameter of what it makes
// up.
const standinParam = "args"

// Elements returns what a call with variadic arguments is given for them, one
// by one; ok is false for a slice handed on as it is.
func Elements(v ssa.Value) (list []ssa.Value, ok bool) {
	if c, isConst := v.(*ssa.Const); isConst && c.IsNil() {
		return nil, true
	}
	slice, isSlice := v.(*ssa.Slice)
	if !isSlice {
		return nil, false
	}
	alloc, isAlloc := slice.X.(*ssa.Alloc)
	if !isAlloc {
		return nil, false
	}
	array, isArray := alloc.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
	if !isArray || array.Len() > 256 {
		return nil, false
	}
	list = make([]ssa.Value, array.Len())
	for _, ref := range *alloc.Referrers() {
		addr, isAddr := ref.(*ssa.IndexAddr)
		if !isAddr {
			continue
		}
		index, isConst := addr.Index.(*ssa.Const)
		if !isConst {
			return nil, false
		}
		i := index.Int64()
		if i < 0 || i >= int64(len(list)) {
			return nil, false
		}
		for _, use := range *addr.Referrers() {
			if st, isStore := use.(*ssa.Store); isStore && st.Addr == addr {
				list[i] = st.Val
			}
		}
	}
	for i, e := range list {
		if e == nil {
			list[i] = alloc
		}
	}
	return list, true
}
