package bidi

import (
	"bytes"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports characters that show source text in another order than it
// has.
var Analyzer = &analysis.Analyzer{
	Name:     "bidi",
	Doc:      "report characters that show source text in another order than it has",
	Requires: []*analysis.Analyzer{inspect.Analyzer},
	Run:      run,
}

const message = "Someone who proposes changes can hide code from reviewers because this line holds a character that shows it in another order than it has."

// turning are the characters that turn text around up to their end.
const turning = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

func run(pass *analysis.Pass) (any, error) {
	for cur := range gocode.Sources(pass) {
		file := pass.Fset.File(cur.Node().Pos())
		if file == nil || pass.ReadFile == nil {
			continue
		}
		text, err := pass.ReadFile(file.Name())
		if err != nil {
			continue // a file that is made on the way, as cgo's, has no text of its own
		}
		for n, line := range bytes.Split(text, []byte("\n")) {
			if i := strings.IndexAny(string(line), turning); i >= 0 && n < file.LineCount() {
				pos := file.LineStart(n+1) + token.Pos(i)
				pass.Report(analysis.Diagnostic{Pos: pos, Category: "GOS-007", Message: message})
			}
		}
	}
	return nil, nil
}
