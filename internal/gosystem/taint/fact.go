package taint

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// EndKind says what an End is.
type EndKind uint8

// The kinds of ends. A parameter's index counts the receiver as 0.
const (
	Param EndKind = iota
	Free
	Result
	Outside   // a source within the function
	Global    // a package's variable
	Function  // a function as a value
	Returned  // what calling a function value, or a method of a value, gives
	Panic     // what a function panics with
	Recovered // what recover gives to a deferred function
)

// End is where a flow through a function begins or ends.
type End struct {
	Kind  EndKind
	Index int
	Path  string // of fields, such as .URL.Path
	Name  string // of a global, a function
	// Call says for Returned what is called: the value at the end that Kind and
	// the rest name as Base, or a method of it; Index is the result.
	Call Called
}

// Called is a call of a value that the function was given.
type Called struct {
	Kind   EndKind
	Index  int
	Path   string
	Name   string
	Method string
}

// called returns the end whose value is called.
func (c Called) end() End { return End{Kind: c.Kind, Index: c.Index, Path: c.Path, Name: c.Name} }

// Hop is a place that data passes on its way.
type Hop struct {
	File      string
	Line, Col int
	Note      string
	Func      string

	pos token.Pos
}

// Origin is a place where data comes in from outside.
type Origin struct {
	What  string
	At    Hop
	Trust library.Trust
}

// Flow says that what enters a function at From leaves it at To, dangerous for
// Mask only. Origin is set where From is Outside.
type Flow struct {
	From, To End
	Mask     library.Mask
	Origin   *Origin
}

// Sink says that what enters a function at From reaches a dangerous place; the
// last hop is that place.
type Sink struct {
	From End
	Kind library.Kind
	Hops []Hop
}

// Guard says that what is in parameter Param is harmless for Mask where the
// function's result Result is as Want says: true, false or ok (nil).
type Guard struct {
	Param, Result int
	Want          string
	Mask          library.Mask
}

// Callback says that a function given as Func, or a method of it, is called
// with From in the part Path of its argument number Arg. A method's receiver is
// no argument.
type Callback struct {
	Func   End
	Method string
	Arg    int
	Path   string
	From   End
	Mask   library.Mask
	Origin *Origin
}

// Summary is what a call of a function does with data.
type Summary struct {
	Flows  []Flow
	Sinks  []Sink
	Guards []Guard
	Calls  []Callback
	over   bool // a limit has kept something out
}

// empty reports whether a call does nothing with data; a function without a
// body, such as one in assembly, has no summary at all.
func (s *Summary) empty() bool {
	return s == nil || len(s.Flows)+len(s.Sinks)+len(s.Guards)+len(s.Calls) == 0
}

// Named is the summary of the function with that name in its package: F, or
// T.M for a method.
type Named struct {
	Name    string
	Summary Summary
}

// Summaries is the fact that a package exports: the summaries of its functions
// that others can call. A function that is not listed does nothing with data.
type Summaries struct {
	Funcs []Named
	// Globals says what lies in variables, of this package and of those below.
	Globals []Flow
}

// AFact marks Summaries as a fact.
func (*Summaries) AFact() {}

func (s *Summaries) String() string { return fmt.Sprintf("summaries of %d functions", len(s.Funcs)) }

// Find returns the summary of the named function, or an empty one.
func (s *Summaries) Find(name string) *Summary {
	i, ok := slices.BinarySearchFunc(s.Funcs, name, func(n Named, name string) int { return cmp.Compare(n.Name, name) })
	if !ok {
		return &Summary{}
	}
	return &s.Funcs[i].Summary
}

// limits on a summary, so that facts stay small whatever the code.
const (
	maxFlows = 64
	maxSinks = 48
	maxCalls = 24
	maxHops  = 8
)

// full reports whether something was kept out of a summary that holds as much as
// it may.
func (s *Summary) full() bool {
	return s.over
}

// addFlow adds a flow, or widens the one that is there.
func (s *Summary) addFlow(f Flow) bool {
	for i := range s.Flows {
		have := &s.Flows[i]
		if have.From == f.From && have.To == f.To && sameOrigin(have.Origin, f.Origin) {
			grown := have.Mask | f.Mask
			changed := grown != have.Mask
			have.Mask = grown
			return changed
		}
	}
	if len(s.Flows) >= maxFlows {
		s.over = true
		return false
	}
	s.Flows = append(s.Flows, f)
	return true
}

// sameOrigin reports whether two origins are one; what an exported summary
// says of many sources is cut by its limits.
func sameOrigin(a, b *Origin) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.What == b.What
}

func (s *Summary) addSink(k Sink) bool {
	last := k.Hops[len(k.Hops)-1]
	for _, have := range s.Sinks {
		at := have.Hops[len(have.Hops)-1]
		if have.From == k.From && have.Kind == k.Kind && at.File == last.File && at.Line == last.Line && at.Col == last.Col {
			return false
		}
	}
	if len(s.Sinks) >= maxSinks {
		s.over = true
		return false
	}
	s.Sinks = append(s.Sinks, k)
	return true
}

func (s *Summary) addCall(c Callback) bool {
	for i := range s.Calls {
		have := &s.Calls[i]
		if have.Func == c.Func && have.Method == c.Method && have.Arg == c.Arg && have.Path == c.Path && have.From == c.From {
			grown := have.Mask | c.Mask
			changed := grown != have.Mask
			have.Mask = grown
			return changed
		}
	}
	if len(s.Calls) >= maxCalls {
		s.over = true
		return false
	}
	s.Calls = append(s.Calls, c)
	return true
}

func (s *Summary) addGuard(g Guard) bool {
	for i := range s.Guards {
		have := &s.Guards[i]
		if have.Param == g.Param && have.Result == g.Result && have.Want == g.Want {
			return false
		}
	}
	s.Guards = append(s.Guards, g)
	return true
}
