package businesscontext

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/threatvet/threatvet/internal/model"
)

// value is a checked part of a context file with its place.
type value struct {
	at     model.Location
	text   string
	list   []value
	fields map[string]value
	order  []string // of fields
}

// words returns the texts of a list.
func (v value) words() []string {
	var list []string
	for _, item := range v.list {
		list = append(list, item.text)
	}
	return list
}

// reader checks one file against the shapes and collects what is wrong.
type reader struct {
	name     string
	lines    []string
	problems []Problem
}

const (
	// maxSize is far beyond what people write, and keeps hostile files cheap.
	maxSize = 1 << 20
	// maxLines: the YAML parser's time grows with the square of the keys of one
	// mapping.
	maxLines = 20_000
	// maxDepth is far beyond the four levels of the format; the YAML parser's
	// time grows with the square of the nesting.
	maxDepth = 50
	// maxProblems is more than anyone reads of one file.
	maxProblems = 100
)

// read parses a file. What is wrong is left out and becomes a problem.
func read(name string, source []byte) (value, []Problem) {
	r := &reader{name: name, lines: strings.Split(string(source), "\n")}
	if len(source) > maxSize {
		r.fail(1, 1, 0, "the file is larger than 1 MiB, so it was not read")
		return value{}, r.problems
	}
	if len(r.lines) > maxLines {
		r.fail(1, 1, 0, fmt.Sprintf("the file has more than %d lines, so it was not read", maxLines))
		return value{}, r.problems
	}
	if line := tooDeep(r.lines); line > 0 {
		r.fail(line, 1, 0, fmt.Sprintf("nested deeper than %d levels, so the file was not read", maxDepth))
		return value{}, r.problems
	}
	tree, err := parser.ParseBytes(source, 0, parser.AllowDuplicateMapKey()) // its own check takes quadratic time
	if err != nil {
		r.syntax(err)
		return value{}, r.problems
	}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		return value{}, nil
	}
	if len(tree.Docs) > 1 {
		r.failAt(tree.Docs[1].Start, "a second document begins here; only the first is read")
	}
	if _, empty := tree.Docs[0].Body.(*ast.NullNode); empty {
		return value{}, r.problems
	}
	v, _ := r.check(tree.Docs[0].Body, fileShape(), "the file")
	return v, r.problems
}

// tooDeep returns the line where brackets or list marks nest too deeply, or 0.
func tooDeep(lines []string) int {
	open := 0
	for i, line := range lines {
		if marks := len(line) - len(strings.TrimLeft(line, " -?:!&")); marks > 8*maxDepth {
			return i + 1
		}
		for _, c := range []byte(line) {
			switch c {
			case '[', '{':
				open++
			case ']', '}':
				open = max(0, open-1)
			}
			if open > maxDepth {
				return i + 1
			}
		}
	}
	return 0
}

func (r *reader) syntax(err error) {
	var known yaml.Error
	if errors.As(err, &known) && known.GetToken() != nil {
		r.failAt(known.GetToken(), strings.TrimSpace(known.GetMessage()))
		return
	}
	r.fail(1, 1, 0, strings.TrimSpace(err.Error()))
}

// check compares a node with what may stand in its place. ok is false where
// nothing of it can be used.
func (r *reader) check(n ast.Node, want shape, what string) (value, bool) {
	switch n := n.(type) {
	case *ast.AnchorNode, *ast.AliasNode:
		r.failAt(n.GetToken(), "anchors and aliases are not supported here; write the value out")
		return value{}, false
	case *ast.TagNode:
		return r.check(n.Value, want, what)
	}
	switch want.kind {
	case aList:
		return r.list(n, want, what)
	case anObject:
		return r.object(n, want, what)
	case theAnswers:
		return r.answers(n, want, what)
	}
	return r.scalar(n, want, what)
}

func (r *reader) list(n ast.Node, want shape, what string) (value, bool) {
	v := value{at: r.at(n.GetToken())}
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		if want.item.kind == anObject {
			r.failAt(first(n), what+" is a list; begin each entry with \"- \"")
			return v, false
		}
		// One word instead of a list of one is clear enough.
		item, ok := r.check(n, *want.item, what)
		v.list = []value{item}
		return v, ok
	}
	for _, item := range seq.Values {
		if c, ok := r.check(item, *want.item, "an entry of "+what); ok {
			v.list = append(v.list, c)
		}
	}
	return v, true
}

func (r *reader) object(n ast.Node, want shape, what string) (value, bool) {
	pairs, ok := mapping(n)
	if !ok {
		r.failAt(first(n), what+" has keys: "+strings.Join(names(want.keys), ", "))
		return value{}, false
	}
	v, seen := value{at: r.at(first(n)), fields: map[string]value{}}, map[string]bool{}
	for _, p := range pairs {
		name := p.Key.GetToken().Value
		if seen[name] {
			r.failAt(p.Key.GetToken(), fmt.Sprintf("the key %q stands here twice; only the first counts", name))
			continue
		}
		seen[name] = true
		k, known := find(want.keys, name)
		if !known && r.full() {
			continue
		}
		if !known {
			r.failAt(p.Key.GetToken(), fmt.Sprintf("unknown key %q%s", name, didYouMean(name, names(want.keys), "the keys here are ")))
			continue
		}
		if _, null := p.Value.(*ast.NullNode); null {
			continue
		}
		if c, ok := r.check(p.Value, k.shape, name); ok {
			v.fields[name] = c
		}
	}
	for _, k := range want.keys {
		if _, there := v.fields[k.name]; k.required && !there && !has(pairs, k.name) {
			r.failAt(first(n), fmt.Sprintf("%s needs %q: %s", what, k.name, lowerFirst(k.shape.about)))
			ok = false
		} else if k.required && !there {
			ok = false
		}
	}
	return v, ok
}

func (r *reader) answers(n ast.Node, want shape, what string) (value, bool) {
	pairs, ok := mapping(n)
	if !ok {
		r.failAt(first(n), what+" are written as id: answer")
		return value{}, false
	}
	v := value{at: r.at(first(n)), fields: map[string]value{}}
	for _, p := range pairs {
		name := p.Key.GetToken().Value
		if _, again := v.fields[name]; again {
			r.failAt(p.Key.GetToken(), fmt.Sprintf("the key %q stands here twice; only the first counts", name))
			continue
		}
		if c, ok := r.check(p.Value, *want.item, "the answer to "+name); ok {
			v.fields[name] = c
			v.order = append(v.order, name)
		}
	}
	return v, true
}

func mapping(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	return nil, false
}

func has(pairs []*ast.MappingValueNode, name string) bool {
	for _, p := range pairs {
		if _, null := p.Value.(*ast.NullNode); p.Key.GetToken().Value == name && !null {
			return true
		}
	}
	return false
}

func find(keys []key, name string) (key, bool) {
	for _, k := range keys {
		if k.name == name {
			return k, true
		}
	}
	return key{}, false
}

func names(keys []key) []string {
	var list []string
	for _, k := range keys {
		list = append(list, k.name)
	}
	return list
}

// first is the token that a node begins with: for a mapping its first key and
// not its first colon.
func first(n ast.Node) *token.Token {
	if pairs, ok := mapping(n); ok && len(pairs) > 0 {
		return pairs[0].Key.GetToken()
	}
	return n.GetToken()
}

func (r *reader) scalar(n ast.Node, want shape, what string) (value, bool) {
	v := value{at: r.at(n.GetToken())}
	switch n := n.(type) {
	case *ast.StringNode:
		v.text = strings.TrimSpace(n.Value)
	case *ast.LiteralNode:
		v.text = strings.TrimSpace(n.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		v.text = n.GetToken().Value
	default:
		r.failAt(first(n), what+" is one piece of text")
		return v, false
	}
	if message := wrong(v.text, want, what); message != "" {
		r.failAt(n.GetToken(), message)
		return v, false
	}
	return v, true
}

func (r *reader) at(t *token.Token) model.Location {
	if t == nil || t.Position == nil {
		return model.Location{File: r.name}
	}
	line, column := t.Position.Line, t.Position.Column
	if line < 1 || line > len(r.lines) {
		return model.Location{File: r.name}
	}
	column = byteColumn(r.lines[line-1], column)
	loc := model.Location{File: r.name, Line: line, Column: column, EndLine: line, EndColumn: column + len(t.Value)}
	loc.EndColumn = min(loc.EndColumn, len(r.lines[line-1])+1)
	loc.EndColumn = max(loc.EndColumn, loc.Column)
	return loc
}

// byteColumn turns a column in characters into one in bytes. In a line that is
// longer than people write, the two are taken for the same, which keeps the cost
// of a file linear.
func byteColumn(line string, column int) int {
	const longest = 5000
	if len(line) > longest {
		return min(column, len(line)+1)
	}
	n := 1
	for i := range line {
		if n == column {
			return i + 1
		}
		n++
	}
	return len(line) + 1
}

func (r *reader) full() bool { return len(r.problems) >= maxProblems }

func (r *reader) failAt(t *token.Token, message string) {
	loc := r.at(t)
	r.fail(loc.Line, loc.Column, loc.EndColumn, message)
}

func (r *reader) fail(line, column, end int, message string) {
	if r.full() {
		return
	}
	if len(r.problems) == maxProblems-1 {
		message = "too many mistakes in this file; the rest is not listed"
	}
	p := Problem{
		Location: model.Location{File: r.name, Line: line, Column: column, EndLine: line, EndColumn: max(end, column)},
		Message:  message, Severity: "error",
	}
	p.Source = excerpt(r.lines, p.Location)
	r.problems = append(r.problems, p)
}

// excerpt is the line with a mark under the place.
func excerpt(lines []string, at model.Location) string {
	if at.Line < 1 || at.Line > len(lines) || len(lines[at.Line-1]) > 200 {
		return ""
	}
	line := strings.TrimRight(strings.ReplaceAll(lines[at.Line-1], "\t", " "), "\r")
	indent := 0
	if at.Column > 0 && at.Column-1 <= len(line) {
		indent = len([]rune(line[:at.Column-1]))
	}
	return line + "\n" + strings.Repeat(" ", indent) + "^"
}
