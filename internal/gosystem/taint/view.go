package taint

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// view says that a value shows a part of another, so that a check of the one
// makes the other harmless for some kinds.
type view struct {
	of   ssa.Value
	mask library.Mask
}

var (
	hostKinds = library.Of(library.RequestForgery) | library.Redirects
	pathKinds = library.Of(library.PathTraversal, library.ArchiveTraversal)
	// lineKinds are those that need a line break.
	lineKinds = library.Of(library.LogInjection, library.HeaderInjection)
	// optionKind is what text with a known beginning is harmless for.
	optionKind = library.Of(library.ArgumentInjection)
)

// partKinds says what the part of a URL decides.
var partKinds = map[string]library.Mask{
	"Host": hostKinds | optionKind, "Hostname": hostKinds | optionKind, "Scheme": optionKind, "Opaque": library.None,
	"Path": pathKinds, "RawPath": pathKinds, "EscapedPath": pathKinds, "RequestURI": library.None,
}

// views returns what a value is a view of, as the library data says.
func (s *state) views(v ssa.Value) []view {
	v = plain(v)
	switch w := v.(type) {
	case *ssa.Convert:
		return []view{{w.X, library.All}}
	case *ssa.UnOp:
		if fa, ok := w.X.(*ssa.FieldAddr); ok {
			return s.fieldView(fa.X, fieldOwner(fa.X.Type(), fa.Field))
		}
	case *ssa.Field:
		return s.fieldView(w.X, fieldOwner(w.X.Type(), w.Field))
	case *ssa.Extract:
		if call, ok := w.Tuple.(*ssa.Call); ok {
			return s.callViews(call)
		}
	case *ssa.Call:
		return s.callViews(w)
	case *ssa.Slice:
		return []view{{w.X, library.All}}
	case *ssa.Phi:
		return nil
	}
	return nil
}

func (s *state) fieldView(of ssa.Value, owner string) []view {
	if !s.e.lib.View(owner) {
		return nil
	}
	return []view{{of, partMask(owner)}}
}

func partMask(name string) library.Mask {
	if m, ok := partKinds[name[strings.LastIndexByte(name, '.')+1:]]; ok && strings.HasPrefix(name, "net/url.URL.") {
		return m
	}
	return library.All
}

func (s *state) callViews(call *ssa.Call) []view {
	name := s.calleeName(call.Common())
	if !s.e.lib.View(name) {
		return nil
	}
	var list []view
	for _, arg := range operands(call.Common()) {
		if parts, ok := elements(arg); ok {
			for _, p := range parts {
				list = append(list, view{p, partMask(name)})
			}
			continue
		}
		list = append(list, view{arg, partMask(name)})
	}
	return list
}

// textCheck handles checks of text whose meaning depends on their constants.
func (g *guards) textCheck(name string, args []ssa.Value, truth bool, rel related) (library.Mask, bool) {
	switch name {
	case "strings.HasPrefix", "bytes.HasPrefix":
		return g.prefixCheck(args, truth, rel), true
	case "strings.HasSuffix":
		if text, ok := constText(args[1]); ok && truth && strings.HasPrefix(text, ".") && strings.Count(text, ".") > 1 {
			return rel(args[0]) & hostKinds, true
		}
		return 0, true
	case "strings.Contains", "strings.ContainsAny", "strings.ContainsRune":
		return g.containsCheck(args, truth, rel), true
	case "strings.EqualFold":
		if text, ok := constText(args[1]); ok && truth {
			return g.equalsConst(args[0], text, rel), true
		}
		return 0, true
	case "regexp.Regexp.MatchString", "regexp.Regexp.Match":
		if !truth {
			return 0, true
		}
		return rel(args[1]) & patternMask(patternOf(args[0])), true
	case "regexp.MatchString":
		if text, ok := constText(args[0]); ok && truth {
			return rel(args[1]) & patternMask(text, true), true
		}
		return 0, true
	case "path/filepath.IsAbs", "path.IsAbs":
		return 0, true
	}
	return 0, false
}

// prefixCheck handles strings.HasPrefix: below a directory after cleaning, on
// a known host, on this site.
func (g *guards) prefixCheck(args []ssa.Value, truth bool, rel related) library.Mask {
	text, isConst := constText(args[1])
	if !truth {
		if text == "-" {
			return rel(args[0]) & library.Of(library.ArgumentInjection)
		}
		if text == "//" {
			return rel(args[0]) & library.Redirects
		}
		if text == ".." || strings.HasPrefix(text, "../") {
			if g.s.cleaned(args[0]) {
				return rel(args[0]) & pathKinds
			}
		}
		return library.None
	}
	m := library.None
	if isConst {
		m |= placed(text)
	}
	if g.s.cleaned(args[0]) && text != "/" && (!isConst || text != "") {
		m |= pathKinds
	}
	return m & rel(args[0])
}

// cleaned reports whether a path has no .. in its middle any more.
func (s *state) cleaned(v ssa.Value) bool {
	v = plain(v)
	if e, ok := v.(*ssa.Extract); ok {
		v = e.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		if load, isLoad := v.(*ssa.UnOp); isLoad {
			if root, isCall := s.canon(load).root.(*ssa.Call); isCall {
				call, ok = root, true
			}
		}
		if !ok {
			return false
		}
	}
	switch s.calleeName(call.Common()) {
	case "path/filepath.Clean", "path/filepath.Join", "path/filepath.Abs", "path/filepath.EvalSymlinks", "path/filepath.Rel", "path.Clean", "path.Join":
		return true
	}
	return false
}

// containsCheck handles refusals of text that contains what would be
// dangerous.
func (g *guards) containsCheck(args []ssa.Value, truth bool, rel related) library.Mask {
	text, ok := constText(args[1])
	if truth {
		return library.None
	}
	m := library.None
	switch {
	case !ok:
	case text == "..":
		m |= pathKinds
	case strings.ContainsAny(text, "/") && strings.ContainsAny(text, `\`):
		m |= pathKinds | hostKinds
	case text == "/":
		m |= pathKinds
	case strings.Contains(text, "\n"):
		m |= lineKinds
	case strings.ContainsAny(text, "<"):
		m |= library.Of(library.XSS)
	case strings.ContainsAny(text, ";") && strings.ContainsAny(text, "|") && strings.ContainsAny(text, "$"):
		m |= library.Of(library.CommandInjection)
	}
	return m & rel(args[0])
}
