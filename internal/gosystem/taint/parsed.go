package taint

import "golang.org/x/tools/go/ssa"

// maxChain bounds how many calls prepare what a call works on.
const maxChain = 8

// freshly names the functions that make an empty template, and preparing those
// that return the template they are called on.
var (
	freshly   = map[string]bool{"text/template.New": true, "html/template.New": true}
	preparing = map[string]bool{
		"text/template.Template.Funcs": true, "text/template.Template.Option": true, "text/template.Template.Delims": true,
		"html/template.Template.Funcs": true, "html/template.Template.Option": true, "html/template.Template.Delims": true,
	}
)

// dropped reports whether nobody keeps what a call parses: only the error is
// looked at, and what is parsed into was made for this call. Such a text is
// checked and never evaluated.
func (s *state) dropped(at site) bool {
	if at.result == nil || at.recv != 1 || at.result.Referrers() == nil {
		return false
	}
	for _, ref := range *at.result.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Extract:
			if ref.Index == 0 && len(uses(ref)) > 0 {
				return false
			}
		default:
			return false
		}
	}
	return s.usedOnce(at.args[0])
}

// usedOnce reports whether a template is new and goes nowhere but down the
// chain of calls that prepare it.
func (s *state) usedOnce(v ssa.Value) bool {
	for range maxChain {
		call, ok := v.(*ssa.Call)
		if !ok || len(uses(call)) != 1 {
			return false
		}
		name := s.calleeName(call.Common())
		if freshly[name] {
			return true
		}
		if !preparing[name] {
			return false
		}
		v = operands(call.Common())[0]
	}
	return false
}

// uses returns the instructions that use a value, without those for debuggers.
func uses(v ssa.Value) []ssa.Instruction {
	var out []ssa.Instruction
	for _, ref := range *v.Referrers() {
		if _, debug := ref.(*ssa.DebugRef); !debug {
			out = append(out, ref)
		}
	}
	return out
}
