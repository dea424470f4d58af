package taint

import (
	"go/token"
	"regexp"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// piece is a part of a text that a program puts together: constant text, or a
// value with the verb that prints it.
type piece struct {
	text  string
	value ssa.Value
	verb  byte
}

// pieces splits a text into its parts, in order.
func pieces(v ssa.Value) []piece { return piecesDepth(v, 0) }

func piecesDepth(v ssa.Value, depth int) []piece {
	if text, ok := constText(v); ok {
		return []piece{{text: text}}
	}
	if depth < 32 {
		switch w := plain(v).(type) {
		case *ssa.BinOp:
			if w.Op == token.ADD {
				return append(piecesDepth(w.X, depth+1), piecesDepth(w.Y, depth+1)...)
			}
		case *ssa.Call:
			if calleeIs(w.Common(), "fmt.Sprintf") {
				if list, ok := formatted(w.Call.Args[0], w.Call.Args[1]); ok {
					return list
				}
			}
		}
	}
	return []piece{{value: v, verb: 'v'}}
}

var verbPattern = regexp.MustCompile(`%[-+# 0]*[0-9]*(?:\.[0-9]*)?([a-zA-Z%])`)

// unusualVerb matches verbs that do not take the next argument and only that.
var unusualVerb = regexp.MustCompile(`%[-+# 0]*(\[|[0-9]*\.?\*)`)

// formatted splits what a format string and its arguments print.
func formatted(format, args ssa.Value) ([]piece, bool) {
	text, ok := constText(format)
	if !ok || unusualVerb.MatchString(text) {
		return nil, false
	}
	values, ok := elements(args)
	if !ok {
		return nil, false
	}
	var list []piece
	last, next := 0, 0
	for _, m := range verbPattern.FindAllStringSubmatchIndex(text, -1) {
		if m[0] > last {
			list = append(list, piece{text: text[last:m[0]]})
		}
		last = m[1]
		verb := text[m[2]]
		if verb == '%' {
			list = append(list, piece{text: "%"})
			continue
		}
		if next >= len(values) {
			return nil, false
		}
		list = append(list, piece{value: values[next], verb: verb})
		next++
	}
	if last < len(text) {
		list = append(list, piece{text: text[last:]})
	}
	return list, true
}

// before renders what stands before the i-th piece, with a stand-in for each
// part that is not constant: a whole base address for the first, else a word.
func before(list []piece, i int) string {
	var b strings.Builder
	for n, p := range list[:i] {
		switch {
		case p.value == nil:
			b.WriteString(p.text)
		default:
			if text, ok := constText(p.value); ok {
				b.WriteString(text)
			} else if n == 0 {
				b.WriteString("base://host")
			} else {
				b.WriteString("x")
			}
		}
	}
	return b.String()
}

var (
	hostFixed  = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]+[/?#]|^/[^/\\]|^[?#]`)
	hostOnly   = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]+$`)
	localFixed = regexp.MustCompile(`^/[^/\\]|^[?#]`)
)

// placed returns for what a value is harmless because of the text before it.
func placed(prefix string) library.Mask {
	var m library.Mask
	if prefix != "" {
		m |= library.Of(library.ArgumentInjection)
	}
	if hostFixed.MatchString(prefix) {
		m |= library.Of(library.RequestForgery)
	}
	if localFixed.MatchString(prefix) || hostFixed.MatchString(prefix) {
		m |= library.Redirects
		// Behind a question mark, text that is not escaped adds parameters.
		if strings.HasPrefix(prefix, "/") && strings.Contains(prefix, "?") {
			m &^= library.Of(library.RedirectPart)
		}
	}
	return m
}

// printed returns for what a value is harmless because of how it is printed.
func printed(verb byte) library.Mask {
	switch verb {
	case 'q':
		return library.Of(library.LogInjection)
	case 'd', 'x', 'X', 't', 'T', 'p', 'e', 'f', 'g', 'c', 'U', 'b', 'o':
		return library.All
	}
	return library.None
}

func calleeIs(c *ssa.CallCommon, name string) bool {
	f := c.StaticCallee()
	if f == nil || f.Object() == nil {
		return false
	}
	return f.Object().Pkg() != nil && f.Object().Pkg().Path()+"."+f.Name() == name
}

// joined records what a text put together holds, minus what its place in the
// text makes harmless.
func (s *state) joined(at cell, list []piece, block *ssa.BasicBlock, pos token.Pos, note string) {
	for i, p := range list {
		if p.value == nil || !carries(plain(p.value).Type()) {
			continue
		}
		prefix := before(list, i)
		harmless := placed(prefix) | printed(p.verb)
		if hostOnly.MatchString(prefix) && s.startsWithSlash(p.value) {
			harmless |= library.Of(library.RequestForgery) | library.Redirects
		}
		for _, t := range s.read(p.value) {
			s.put(at, t.label, t.mask&^harmless&^s.guards.cleared(t, block), &t, pos, note)
		}
	}
}

// startsWithSlash reports whether a text is the path of a request, which
// always begins with a slash.
func (s *state) startsWithSlash(v ssa.Value) bool {
	path := s.canon(v).path
	if strings.HasSuffix(path, ".URL.Path") || strings.HasSuffix(path, ".RequestURI") {
		return true
	}
	call, ok := plain(v).(*ssa.Call)
	if !ok {
		return false
	}
	switch s.calleeName(call.Common()) {
	case "net/url.URL.String", "net/url.URL.RequestURI", "net/url.URL.EscapedPath":
		return strings.HasSuffix(s.canon(operands(call.Common())[0]).path, ".URL")
	}
	return false
}
