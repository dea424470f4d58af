package taint

import (
	"go/constant"

	"golang.org/x/tools/go/ssa"
)

// redirects reports whether a function that sets the header Location can answer
// with a redirect: it names a status of that kind, or none of success. Beside a
// success the header says where something was made, and browsers stay where
// they are.
func (s *state) redirects() bool {
	found := statuses{}
	found.of(s.fn, 0)
	return found.elsewhere || !found.success
}

// statuses are the kinds of status that a function answers with.
type statuses struct{ success, elsewhere bool }

// maxAnswering is how many functions that are handed the answer are looked into.
const maxAnswering = 2

func (k *statuses) of(fn *ssa.Function, depth int) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || !handsAnswer(call.Common()) {
				continue
			}
			for _, arg := range call.Common().Args {
				k.note(arg)
			}
			if callee := call.Common().StaticCallee(); callee != nil && depth < maxAnswering {
				k.of(callee, depth+1)
			}
		}
	}
}

func (k *statuses) note(v ssa.Value) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return
	}
	switch n := c.Int64(); {
	case n >= 200 && n < 300:
		k.success = true
	case n >= 300 && n < 400:
		k.elsewhere = true
	}
}

// handsAnswer reports whether a call is given what a request is answered with.
func handsAnswer(c *ssa.CallCommon) bool {
	for _, v := range operands(c) {
		if answers(v) {
			return true
		}
	}
	return false
}
