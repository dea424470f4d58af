package taint

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// own reports whether a value that text is compared with is the program's own:
// it holds nothing from outside, and what it holds of an object or a list that
// the function is given is none that the text is from too. A text that a
// function is given by itself may be anybody's.
func (s *state) own(text, v ssa.Value) bool {
	var from []taint
	for _, t := range s.read(v) {
		switch t.label.end.Kind {
		case Function, Global:
			continue
		case Param, Free:
		default:
			return false
		}
		if from == nil {
			from = s.read(text)
		}
		if t.label.end.Path == "" && !isList(s.inputType(t.label.end)) || sameInput(from, t.label.end) {
			return false
		}
	}
	return true
}

// sameInput reports whether some data is from an input, or from a part of it.
func sameInput(list []taint, e End) bool {
	for _, t := range list {
		if have := t.label.end; have.Kind == e.Kind && have.Index == e.Index {
			return true
		}
	}
	return false
}

// inputType returns the type of a parameter or of what a literal captures.
func (s *state) inputType(e End) types.Type {
	switch {
	case e.Kind == Param && e.Index < len(s.fn.Params):
		return s.fn.Params[e.Index].Type()
	case e.Kind == Free && e.Index < len(s.fn.FreeVars):
		return s.fn.FreeVars[e.Index].Type()
	}
	return nil
}

func isList(t types.Type) bool {
	if t == nil {
		return false
	}
	switch behindPointer(t).Underlying().(type) {
	case *types.Slice, *types.Array, *types.Map:
		return true
	}
	return false
}

func behindPointer(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}
