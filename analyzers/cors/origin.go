package cors

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/threatvet/threatvet/internal/gocode"
)

// test says how well a function looks at the caller's origin.
type test int

const (
	none  test = iota
	loose      // a host that somebody else registers can pass
	sound      // or not understood, which is given the benefit of the doubt
)

// testOf returns the best test of the origin in a function.
func (c *checker) testOf(fn gocode.Function, origin *gocode.Derived) test {
	best := none
	for cur := range fn.Cursor.Preorder((*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil), (*ast.IndexExpr)(nil), (*ast.SwitchStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.BinaryExpr:
			if (n.Op == token.EQL || n.Op == token.NEQ) && c.compares(n, origin) {
				best = sound
			}
		case *ast.IndexExpr:
			if origin.Has(n.Index) {
				best = sound
			}
		case *ast.SwitchStmt:
			if n.Tag != nil && origin.Has(n.Tag) {
				best = sound
			}
		case *ast.CallExpr:
			if slices.ContainsFunc(n.Args, origin.Has) {
				best = max(best, c.judge(n))
			}
		}
	}
	return best
}

// compares reports whether a comparison tells one origin from another: not
// with nothing.
func (c *checker) compares(n *ast.BinaryExpr, origin *gocode.Derived) bool {
	for _, side := range []ast.Expr{n.X, n.Y} {
		if text, ok := gocode.String(c.TypesInfo, side); ok && text == "" {
			return false
		}
	}
	return origin.Has(n.X) || origin.Has(n.Y)
}

// judge says what a call that takes the origin tests.
func (c *checker) judge(call *ast.CallExpr) test {
	fn := gocode.Callee(c.TypesInfo, call)
	if fn == nil {
		return c.unknown(call)
	}
	switch gocode.FuncName(fn) {
	case "net/http.Header.Set", "net/http.Header.Add", "net/http.Header.Get", "strings.ToLower", "strings.TrimSpace", "log.Printf", "log.Println":
		return none
	case "strings.Contains", "strings.HasPrefix":
		return c.prefixed(call, gocode.FuncName(fn))
	case "strings.HasSuffix":
		if end, ok := c.values.Text(call.Args[1]); ok && end != "" && end[0] != '.' && end[0] != '/' {
			return loose
		}
		return sound
	}
	return c.unknown(call)
}

// prefixed judges a test of the beginning or middle of the origin: only a
// beginning that ends the host name (a port, a path) is enough.
func (c *checker) prefixed(call *ast.CallExpr, name string) test {
	text, ok := c.values.Text(call.Args[1])
	if !ok || text == "" || name == "strings.HasPrefix" && (text == "https://" || text == "http://") {
		return none
	}
	if last := text[len(text)-1]; name == "strings.HasPrefix" && (last == ':' || last == '/') {
		return sound
	}
	return loose
}

// unknown gives a function that can say no the benefit of the doubt.
func (c *checker) unknown(call *ast.CallExpr) test {
	if t := c.TypesInfo.TypeOf(call); t != nil && t.String() != "()" {
		return sound
	}
	return none
}
