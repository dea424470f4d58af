package taint

import (
	"go/constant"
	"go/token"
	"regexp/syntax"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// begins reports whether text that starts with the character can match.
func begins(re *syntax.Regexp, c rune) bool {
	switch re.Op {
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if begins(sub, c) {
				return true
			}
			if !mayBeEmpty(sub) {
				return false
			}
		}
		return false
	case syntax.OpLiteral:
		return len(re.Rune) > 0 && re.Rune[0] == c
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if begins(sub, c) {
				return true
			}
		}
		return false
	case syntax.OpCapture, syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		return begins(re.Sub[0], c)
	}
	return admits(re, c)
}

func mayBeEmpty(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpLiteral:
		return len(re.Rune) == 0
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return false
	case syntax.OpPlus, syntax.OpCapture:
		return mayBeEmpty(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min == 0 || mayBeEmpty(re.Sub[0])
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if !mayBeEmpty(sub) {
				return false
			}
		}
		return true
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if mayBeEmpty(sub) {
				return true
			}
		}
		return false
	}
	return true // a star, a question mark, or a place such as ^
}

// foundMask returns for what the text that a regular expression found is
// harmless: it holds what the expression admits, or its groups do where only
// they are used. A search for all matches returns a list of such.
func foundMask(call *ssa.Call, all bool) library.Mask {
	text, known := patternOf(operands(call.Common())[0])
	if !known {
		return library.None
	}
	re, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		return library.None
	}
	groups := usedGroups(call)
	if groups == nil || all {
		return notAdmitted(re)
	}
	m := library.All
	for _, n := range groups {
		if group := capture(re, n); group != nil {
			m &= notAdmitted(group)
		}
	}
	return m
}

// usedGroups returns the groups of a match that the program looks at, or none
// where that is the whole match or cannot be told.
func usedGroups(call *ssa.Call) []int {
	if call.Referrers() == nil {
		return nil
	}
	var groups []int
	for _, use := range *call.Referrers() {
		switch u := use.(type) {
		case *ssa.IndexAddr:
			n, ok := u.Index.(*ssa.Const)
			if !ok || n.Value == nil || n.Value.Kind() != constant.Int || n.Int64() == 0 {
				return nil
			}
			groups = append(groups, int(n.Int64()))
		case *ssa.BinOp:
			if u.Op != token.EQL && u.Op != token.NEQ {
				return nil
			}
		case *ssa.DebugRef:
		case *ssa.Call:
			if b, ok := u.Call.Value.(*ssa.Builtin); !ok || b.Name() != "len" {
				return nil
			}
		default:
			return nil
		}
	}
	return groups
}

// capture returns a group of a regular expression by its number.
func capture(re *syntax.Regexp, n int) *syntax.Regexp {
	if re.Op == syntax.OpCapture && re.Cap == n {
		return re.Sub[0]
	}
	for _, sub := range re.Sub {
		if found := capture(sub, n); found != nil {
			return found
		}
	}
	return nil
}

// lenOf returns what a length is the length of, or nil.
func lenOf(v ssa.Value) ssa.Value {
	if call, ok := v.(*ssa.Call); ok {
		if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
			return call.Call.Args[0]
		}
	}
	return nil
}

// counted handles len(match) == n: that many parts, or not none of them.
func (g *guards) counted(of, n ssa.Value, equal bool, rel related) library.Mask {
	c, ok := n.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return library.None
	}
	call, ok := plain(of).(*ssa.Call)
	if !ok {
		return library.None
	}
	m, _ := g.matched(call, equal == (c.Int64() != 0), rel)
	return m
}
