package taint

import (
	"regexp/syntax"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// patternOf returns the text of a regular expression, where it can be seen.
func patternOf(v ssa.Value) (string, bool) {
	if load, ok := v.(*ssa.UnOp); ok {
		if value := globalValue(load.X); value != nil {
			v = value
		}
	}
	if e, ok := v.(*ssa.Extract); ok {
		v = e.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok || len(call.Call.Args) == 0 {
		return "", false
	}
	return constText(call.Call.Args[0])
}

// special lists what makes text dangerous for each kind; a pattern that admits
// none of them makes it harmless.
var special = map[library.Kind]string{
	library.RequestForgery:    "/:@\\",
	library.SQLInjection:      "'\"`; ()",
	library.CommandInjection:  ";|&$`<>(){}\n\\'\" ",
	library.PathTraversal:     "/\\",
	library.XSS:               "<>\"'",
	library.OpenRedirect:      "/\\:",
	library.RedirectPart:      "/\\:?#&",
	library.LogInjection:      "\n\r",
	library.TemplateInjection: "{",
	library.ArchiveTraversal:  "/\\",
	library.NoSQLInjection:    "$'\"{",
	library.LDAPInjection:     "()*\\",
	library.XPathInjection:    "'\"[]",
	library.HeaderInjection:   "\n\r",
}

// patternMask returns for what text is harmless that a pattern admits. What
// the pattern is may be unknown: then whoever wrote the check is believed.
func patternMask(text string, known bool) library.Mask {
	if !known {
		return library.All
	}
	re, err := syntax.Parse(text, syntax.Perl)
	if err != nil || !anchored(re) {
		return library.None
	}
	return notAdmitted(re)
}

// matched handles a search that found something, or nothing: who asks for a
// match of the whole text checks it.
func (g *guards) matched(call *ssa.Call, found bool, rel related) (library.Mask, bool) {
	switch g.s.calleeName(call.Common()) {
	case "regexp.Regexp.FindStringSubmatch", "regexp.Regexp.FindSubmatch", "regexp.Regexp.FindStringIndex", "regexp.Regexp.FindStringSubmatchIndex":
	default:
		return library.None, false
	}
	if !found {
		return library.None, true
	}
	args := operands(call.Common())
	return rel(args[1]) & patternMask(patternOf(args[0])), true
}

// notAdmitted returns the kinds of which nothing dangerous can match.
func notAdmitted(re *syntax.Regexp) library.Mask {
	return without(func(c rune) bool { return admits(re, c) }, func(c rune) bool { return begins(re, c) })
}

// without returns the kinds for which text is harmless that holds only some
// characters, and begins with only some.
func without(holds, begins func(rune) bool) library.Mask {
	var m library.Mask
	for _, k := range library.All.Kinds() {
		admitted := false
		for _, c := range special[k] {
			admitted = admitted || holds(c)
		}
		switch k {
		case library.ArgumentInjection:
			admitted = begins('-')
		case library.Deserialisation:
			admitted = true // what is dangerous for a decoder is no character
		}
		if !admitted {
			m |= library.Of(k)
		}
	}
	return m
}

func anchored(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpCapture:
		return anchored(re.Sub[0])
	case syntax.OpConcat:
		first, last := re.Sub[0], re.Sub[len(re.Sub)-1]
		start := first.Op == syntax.OpBeginText || anchored(first)
		end := last.Op == syntax.OpEndText || anchored(last)
		return start && end
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if !anchored(sub) {
				return false
			}
		}
		return true
	}
	return false
}

// admits reports whether text with the character can match.
func admits(re *syntax.Regexp, c rune) bool {
	switch re.Op {
	case syntax.OpAnyChar:
		return true
	case syntax.OpAnyCharNotNL:
		return c != '\n'
	case syntax.OpLiteral:
		return strings.ContainsRune(string(re.Rune), c)
	case syntax.OpCharClass:
		for i := 0; i+1 < len(re.Rune); i += 2 {
			if re.Rune[i] <= c && c <= re.Rune[i+1] {
				return true
			}
		}
		return false
	}
	for _, sub := range re.Sub {
		if admits(sub, c) {
			return true
		}
	}
	return false
}
