package hardcoded

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports secrets written in the source.
var Analyzer = &analysis.Analyzer{
	Name:     "hardcoded",
	Doc:      "report secrets written in the source",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

// checker reports each constant once, by its most telling use.
type checker struct {
	*analysis.Pass
	values   *gocode.Assigned
	reported map[token.Pos]bool
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{pass, gocode.ValuesOf(pass), map[token.Pos]bool{}}
	c.byUse()
	c.byForm()
	c.byName()
	return nil, nil
}

func (c *checker) report(at ast.Expr, u use) {
	if c.reported[at.Pos()] {
		return
	}
	c.reported[at.Pos()] = true
	gocode.Report(c.Pass, at, u.threat, u.message)
}

// constant returns the text or bytes that an expression always has, and where
// they are stated: a literal, behind names, conversions and decoding.
func (c *checker) constant(e ast.Expr) (string, ast.Expr) {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok {
		e = u.X
	}
	if s, ok := ast.Unparen(e).(*ast.SliceExpr); ok {
		e = s.X
	}
	if text, at := c.values.TextAt(e); at != nil {
		return text, at
	}
	if call := c.values.Call(e); call != nil && len(call.Args) == 1 {
		switch gocode.CallName(c.TypesInfo, call) {
		case "encoding/hex.DecodeString", "encoding/base64.Encoding.DecodeString":
			return c.values.TextAt(call.Args[0])
		}
	}
	if lit, ok := c.values.Origin(e).(*ast.CompositeLit); ok && c.isKeyMaterial(lit) {
		return "bytes", lit
	}
	return "", nil
}

// isKeyMaterial reports whether a literal lists constant bytes, not all alike.
func (c *checker) isKeyMaterial(lit *ast.CompositeLit) bool {
	if !gocode.IsText(c.TypesInfo.TypeOf(lit)) {
		return false
	}
	seen := map[int64]bool{}
	for _, elt := range lit.Elts {
		v, ok := gocode.Int(c.TypesInfo, elt)
		if !ok {
			return false
		}
		seen[v] = true
	}
	return len(seen) > 4
}
