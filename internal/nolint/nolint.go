// Package nolint reads the comments by which golangci-lint and gosec are told to
// leave a line, a statement, a function or a file alone, and decides like them.
// It knows comments; it knows no finding.
package nolint

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"
)

// Directive is one such comment and the lines that it speaks of.
type Directive struct {
	From, To int
	// Names are the linters, or the rules of gosec, that it is for, in lower
	// case; none means all.
	Names []string
	// Reason is what stands behind a second pair of slashes, or two dashes.
	Reason       string
	Line, Column int
}

// Names are those by which a directive can mean a threat: the linter's, the
// threat's own, and those of the rules of gosec that look for the same harm.
func Names(threat string) []string {
	return append([]string{"threatvet", strings.ToLower(threat)}, gosecRules[threat]...)
}

// Silences reports whether the directive is for one of the names, given in
// lower case, on a line.
func (d Directive) Silences(line int, names ...string) bool {
	if line < d.From || line > d.To {
		return false
	}
	return len(d.Names) == 0 || slices.ContainsFunc(names, func(n string) bool { return slices.Contains(d.Names, n) })
}

// Parse reads the directives of a source file. A file that does not parse has
// those of the part before the mistake.
func Parse(name string, source []byte) []Directive {
	if !bytes.Contains(source, []byte("nolint")) && !bytes.Contains(source, []byte("#nosec")) && !bytes.Contains(source, []byte("gosec:disable")) {
		return nil
	}
	fset := token.NewFileSet()
	file, _ := parser.ParseFile(fset, name, source, parser.ParseComments|parser.SkipObjectResolution) // the compiler tells what is wrong
	if file == nil {
		return nil
	}
	return Read(fset, file)
}

// Read reads the directives of a parsed file.
func Read(fset *token.FileSet, file *ast.File) []Directive {
	e := &expander{fset: fset}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if d, ok := directive(c.Text); ok {
				at := fset.PositionFor(c.Pos(), false)
				d.Line, d.Column = at.Line, at.Column
				d.From, d.To = at.Line, fset.PositionFor(c.End(), false).Line
				_, behind := readNosec(c.Text)
				e.list, e.behind = append(e.list, d), append(e.behind, behind)
			}
		}
	}
	if len(e.list) == 0 {
		return nil
	}
	e.own = slices.Clone(e.list)
	ast.Walk(e, file)
	return e.list
}

var spoken = regexp.MustCompile(`^nolint( |:|$)`)

// directive reads a comment's text.
func directive(comment string) (Directive, bool) {
	if rules, ok := readNosec(comment); ok {
		return rules, true
	}
	text := strings.TrimLeft(comment, "/ ")
	if !strings.HasPrefix(comment, "//") || !spoken.MatchString(text) {
		return Directive{}, false
	}
	words, reason, _ := strings.Cut(text, "//")
	d := Directive{Reason: strings.TrimSpace(reason)}
	names, some := strings.CutPrefix(words, "nolint:")
	if !some {
		return d, true
	}
	for name := range strings.SplitSeq(names, ",") {
		name = strings.ToLower(strings.TrimSpace(name))
		if name == "all" {
			return Directive{Reason: d.Reason}, true
		}
		d.Names = append(d.Names, name)
	}
	return d, true
}

// expander stretches each directive over the piece of code that begins on its
// line, or below it in the same column.
type expander struct {
	fset *token.FileSet
	own  []Directive // as they stand in the file
	list []Directive // stretched
	// behind says of each whether it also speaks of a statement that ends on its
	// line, as gosec's do and golangci-lint's do not.
	behind []bool
}

// Visit stretches the directives of one node.
func (e *expander) Visit(n ast.Node) ast.Visitor {
	if n == nil {
		return e
	}
	start, end := e.fset.PositionFor(n.Pos(), false), e.fset.PositionFor(n.End(), false).Line
	for i, d := range e.own {
		if d.From == start.Line || d.To == start.Line-1 && d.Column == start.Column {
			e.list[i].To = max(e.list[i].To, end)
		}
		if e.behind[i] && d.From == end && isSimple(n) {
			e.list[i].From = min(e.list[i].From, start.Line)
		}
	}
	return e
}

// isSimple reports whether a node is a statement or a declaration that holds no
// block of others.
func isSimple(n ast.Node) bool {
	switch n.(type) {
	case *ast.AssignStmt, *ast.ExprStmt, *ast.ReturnStmt, *ast.SendStmt, *ast.DeferStmt, *ast.GoStmt, *ast.ValueSpec:
		return true
	}
	return false
}
