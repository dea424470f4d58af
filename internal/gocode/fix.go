package gocode

import (
	"go/ast"
	"go/token"
	"path"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

// Fix returns a suggested fix made of the edits.
func Fix(message string, edits ...analysis.TextEdit) []analysis.SuggestedFix {
	return []analysis.SuggestedFix{{Message: message, TextEdits: edits}}
}

// Replace returns the edit that puts text in the place of a node.
func Replace(n ast.Node, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: n.Pos(), End: n.End(), NewText: []byte(text)}
}

// SetField returns the edit that adds a field to a struct literal that names
// its fields.
func SetField(pass *analysis.Pass, lit *ast.CompositeLit, field, value string) analysis.TextEdit {
	text := field + ": " + value
	if len(lit.Elts) == 0 {
		return analysis.TextEdit{Pos: lit.Rbrace, End: lit.Rbrace, NewText: []byte(text)}
	}
	last := lit.Elts[len(lit.Elts)-1]
	if pass.Fset.Position(last.End()).Line == pass.Fset.Position(lit.Rbrace).Line {
		return analysis.TextEdit{Pos: last.End(), End: last.End(), NewText: []byte(", " + text)}
	}
	first := lit.Elts[0].Pos()
	return analysis.TextEdit{Pos: first, End: first, NewText: []byte(text + ",\n" + indent(pass, first))}
}

func indent(pass *analysis.Pass, pos token.Pos) string {
	return strings.Repeat("\t", max(0, pass.Fset.Position(pos).Column-1))
}

// Import returns the name by which the file around the cursor can use a
// package, and the edits that import it where it is not imported yet.
func Import(cur inspector.Cursor, pkg string) (string, []analysis.TextEdit) {
	var file *ast.File
	for outer := range cur.Enclosing((*ast.File)(nil)) {
		file = outer.Node().(*ast.File)
	}
	for _, spec := range file.Imports {
		if got, _ := strconv.Unquote(spec.Path.Value); got != pkg {
			continue
		}
		if spec.Name == nil {
			return path.Base(pkg), nil
		}
		if spec.Name.Name != "_" && spec.Name.Name != "." {
			return spec.Name.Name, nil
		}
	}
	return path.Base(pkg), []analysis.TextEdit{addImport(file, pkg)}
}

func addImport(file *ast.File, pkg string) analysis.TextEdit {
	quoted := strconv.Quote(pkg)
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.IMPORT {
			continue
		}
		if !gen.Rparen.IsValid() {
			return analysis.TextEdit{Pos: gen.End(), End: gen.End(), NewText: []byte("\nimport " + quoted)}
		}
		for _, spec := range gen.Specs {
			if got, _ := strconv.Unquote(spec.(*ast.ImportSpec).Path.Value); got > pkg {
				return analysis.TextEdit{Pos: spec.Pos(), End: spec.Pos(), NewText: []byte(quoted + "\n\t")}
			}
		}
		return analysis.TextEdit{Pos: gen.Rparen, End: gen.Rparen, NewText: []byte("\t" + quoted + "\n")}
	}
	return analysis.TextEdit{Pos: file.Name.End(), End: file.Name.End(), NewText: []byte("\n\nimport " + quoted)}
}
