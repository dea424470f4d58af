package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Writing is a text as it stands in the sources: in a heredoc, in quotes or in a
// file that a function reads. What is interpolated is a Hole.
type Writing struct {
	Text   string
	pieces []piece
}

// piece is a part of a writing that stands in one place.
type piece struct {
	from   int
	at     hcl.Range
	quoted bool // a line break in it is none in the source
}

const (
	maxWritings = 8
	maxVisits   = 200
)

// Writings returns the texts that the value at a path may be made of, the
// nearest first. Only those that look like JSON are of interest.
func (r *Resource) Writings(p cty.Path) []Writing {
	n := r.origins.node
	if n == nil {
		return nil
	}
	a, rest, _ := n.find(p)
	if a == nil {
		return nil
	}
	var list []Writing
	visits := 0
	t := &tracer{visit: func(s source) bool {
		visits++
		list = append(list, s.writings()...)
		return visits < maxVisits && len(list) < maxWritings
	}}
	t.follow(source{expr: a.expr, scope: a.scope, path: rest})
	return list[:min(len(list), maxWritings)]
}

// writings returns the JSON texts that an expression itself spells out.
func (s source) writings() []Writing {
	syntax, ok := s.expr.(hclsyntax.Expression)
	if !ok {
		return nil
	}
	var list []Writing
	add := func(w Writing) {
		if start := strings.TrimSpace(w.Text); len(list) < maxWritings && (strings.HasPrefix(start, "{") || strings.HasPrefix(start, "[")) {
			list = append(list, w)
		}
	}
	_ = hclsyntax.VisitAll(syntax, func(n hclsyntax.Node) hcl.Diagnostics {
		switch n := n.(type) {
		case *hclsyntax.TemplateExpr:
			add(spelt(n))
		case *hclsyntax.FunctionCallExpr:
			if w, ok := s.fileOf(n); ok {
				add(w)
			}
		}
		return nil
	})
	return list
}

// spelt joins the parts of a template.
func spelt(e *hclsyntax.TemplateExpr) Writing {
	var w Writing
	var text strings.Builder
	for _, part := range e.Parts {
		literal, ok := part.(*hclsyntax.LiteralValueExpr)
		if !ok || literal.Val.Type() != cty.String || !literal.Val.IsKnown() || literal.Val.IsNull() {
			text.WriteString(Hole)
			continue
		}
		quoted := literal.SrcRange.Start.Line == literal.SrcRange.End.Line
		w.pieces = append(w.pieces, piece{from: text.Len(), at: literal.SrcRange, quoted: quoted})
		text.WriteString(literal.Val.AsString())
	}
	w.Text = text.String()
	return w
}

// fileOf returns what a call of file or templatefile reads.
func (s source) fileOf(call *hclsyntax.FunctionCallExpr) (Writing, bool) {
	if (call.Name != "file" && call.Name != "templatefile") || len(call.Args) == 0 {
		return Writing{}, false
	}
	e := s.scope.in.eval
	v, _ := Plain(e.value(call.Args[0], s.scope)).Unmark()
	if v.IsNull() || !v.IsKnown() || v.Type() != cty.String {
		return Writing{}, false
	}
	name, err := place(e.dir, v.AsString())
	if err != nil {
		return Writing{}, false
	}
	text, err := readFile(e.modules.fsys, name)
	if err != nil {
		return Writing{}, false
	}
	if call.Name == "file" {
		at := hcl.Range{Filename: name, Start: hcl.InitialPos}
		return Writing{Text: string(text), pieces: []piece{{at: at}}}, true
	}
	expr, diags := hclsyntax.ParseTemplate(text, name, hcl.InitialPos)
	template, ok := expr.(*hclsyntax.TemplateExpr)
	if diags.HasErrors() || !ok {
		return Writing{}, false
	}
	return spelt(template), true
}

// Line returns the file and line in which a byte of the text stands.
func (w Writing) Line(offset int) (file string, line int) {
	if len(w.pieces) == 0 {
		return "", 0
	}
	last := w.pieces[0]
	for _, p := range w.pieces[1:] {
		if p.from > offset {
			break
		}
		last = p
	}
	line = last.at.Start.Line
	if from, to := max(last.from, 0), min(offset, len(w.Text)); !last.quoted && from < to {
		line += strings.Count(w.Text[from:to], "\n")
	}
	return last.at.Filename, line
}
