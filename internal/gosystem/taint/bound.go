package taint

import (
	"cmp"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Bound says that a limit cut short what is known of a function, so that
// silence about it is no proof.
type Bound struct {
	Func string
	Pos  token.Pos
	// Why says which limits were met.
	Why string
}

// The limits that cost knowledge, as Bound names them.
const (
	tooMuchWork    = "too much data to follow"
	tooManyRounds  = "too many rounds of calls"
	tooManyInputs  = "too much in one variable"
	tooManyFlows   = "too many ways through"
	tooManyMethods = "too many types behind an interface"
	tooManyHeld    = "too much in one variable of a package"
	tooDeepDown    = "data too deep in an object"
)

// bound records that a limit was met in a function.
func (e *engine) bound(fn *ssa.Function, why string) {
	if e.bounds[fn] == nil {
		e.bounds[fn] = map[string]bool{}
	}
	e.bounds[fn][why] = true
}

// bounded lists the functions of which less than all is known.
func (e *engine) bounded() []Bound {
	var list []Bound
	for fn, reasons := range e.bounds {
		var why []string
		for r := range reasons {
			why = append(why, r)
		}
		slices.Sort(why)
		list = append(list, Bound{Func: qualified(fn), Pos: fn.Pos(), Why: strings.Join(why, ", ")})
	}
	slices.SortFunc(list, func(a, b Bound) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Func, b.Func), cmp.Compare(a.Why, b.Why))
	})
	// The wrapper of a method value stands where its method does.
	return slices.CompactFunc(list, func(a, b Bound) bool { return a.Pos == b.Pos && a.Func == b.Func })
}
