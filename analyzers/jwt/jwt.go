package jwt

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports login tokens whose signature or algorithm is not checked.
var Analyzer = &analysis.Analyzer{
	Name:     "jwt",
	Doc:      "report login tokens whose signature or algorithm is not checked",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	unverified = "An attacker can invent a token and be any user because its claims are read without checking the signature."
	unsigned   = "An attacker can write a token without a signature and be any user because the method \"none\" is accepted."
	anyMethod  = "An attacker can choose how the token is checked, and so forge one, because neither the call nor the key function says which algorithms are right."
)

// plain are the libraries with Parse, ParseWithClaims and ParseUnverified.
var plain = []string{"github.com/golang-jwt/jwt", "github.com/dgrijalva/jwt-go", "github.com/form3tech-oss/jwt-go"}

var others = []string{
	"github.com/go-jose/go-jose/jwt", "gopkg.in/square/go-jose/jwt", "gopkg.in/go-jose/go-jose/jwt", "github.com/lestrrat-go/jwx/jwt",
}

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, plain...) && !gocode.Imports(pass.Pkg, others...) {
		return nil, nil
	}
	c := &checker{pass, gocode.ValuesOf(pass)}
	for cur, fn := range gocode.Calls(pass) {
		c.call(cur, cur.Node().(*ast.CallExpr), gocode.FuncName(fn))
	}
	for cur := range gocode.All(pass, (*ast.SelectorExpr)(nil)) {
		sel := cur.Node().(*ast.SelectorExpr)
		if obj := pass.TypesInfo.Uses[sel.Sel]; obj != nil && obj.Pkg() != nil && isPlain(obj.Pkg().Path()) && acceptsNone(obj.Name()) {
			gocode.Report(pass, sel, "GOH-001", unsigned)
		}
	}
	return nil, nil
}

func isPlain(path string) bool { return slices.Contains(plain, gocode.PlainPath(path)) }

func acceptsNone(name string) bool {
	return name == "UnsafeAllowNoneSignatureType" || name == "SigningMethodNone"
}

type checker struct {
	*analysis.Pass
	values *gocode.Assigned
}

func (c *checker) call(cur inspector.Cursor, call *ast.CallExpr, name string) {
	lib, method, _ := strings.Cut(name[strings.LastIndex(name, "/")+1:], ".")
	lib = name[:strings.LastIndex(name, "/")+1] + lib
	switch {
	case isPlain(lib) && method == "Parser.ParseUnverified",
		slices.Contains(others, lib) && strings.HasSuffix(method, ".UnsafeClaimsWithoutVerification"),
		slices.Contains(others, lib) && method == "ParseInsecure":
		if !c.verifies(cur) && !c.headerOnly(cur) {
			gocode.Report(c.Pass, call, "GOH-001", unverified)
		}
	case slices.Contains(others, lib) && method == "WithVerify":
		if on, known := gocode.Bool(c.TypesInfo, call.Args[0]); known && !on && !c.verifies(cur) {
			gocode.Report(c.Pass, call, "GOH-001", unverified)
		}
	case isPlain(lib) && c.takesAnyMethod(call, method):
		gocode.Report(c.Pass, call, "GOH-002", anyMethod)
	}
}

// verifies reports whether the function around a call also verifies a token.
func (c *checker) verifies(cur inspector.Cursor) bool {
	fn, ok := gocode.Outermost(cur)
	if !ok {
		return false
	}
	for inner := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
		call := inner.Node().(*ast.CallExpr)
		callee := gocode.Callee(c.TypesInfo, call)
		if callee == nil || call == cur.Node() || call.Pos() <= cur.Node().Pos() && cur.Node().End() <= call.End() {
			continue
		}
		switch name := gocode.FuncName(callee); {
		case gocode.HasWord(callee.Name(), "verify", "validate", "verified", "introspect", "check"),
			strings.HasSuffix(name, ".ParseWithClaims"), strings.HasSuffix(name, "jwt.Parse"), strings.HasSuffix(name, "jwt.Parser.Parse"),
			strings.HasSuffix(name, "jwt.JSONWebToken.Claims"):
			return true
		}
	}
	return false
}

// headerOnly reports whether the token that a call returns is used for its
// header alone, which says which key to verify with.
func (c *checker) headerOnly(cur inspector.Cursor) bool {
	fn, ok := gocode.Outermost(cur)
	assign, isAssign := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || !isAssign {
		return false
	}
	token := gocode.Object(c.TypesInfo, assign.Lhs[0])
	used, headers := 0, 0
	for inner := range fn.Cursor.Preorder((*ast.Ident)(nil)) {
		if c.TypesInfo.Uses[inner.Node().(*ast.Ident)] != token || token == nil {
			continue
		}
		used++
		if sel, ok := inner.Parent().Node().(*ast.SelectorExpr); ok && (sel.Sel.Name == "Header" || sel.Sel.Name == "Method") {
			headers++
		}
	}
	return headers > 0 && used == headers
}

// takesAnyMethod reports whether a call verifies a token whichever algorithm
// it names: no list of methods, and a key function that does not look.
func (c *checker) takesAnyMethod(call *ast.CallExpr, method string) bool {
	keyFunc, options := 1, 2
	switch method {
	case "Parse":
	case "ParseWithClaims":
		keyFunc, options = 2, 3
	case "Parser.Parse", "Parser.ParseWithClaims":
		if c.hasMethods(c.parser(gocode.Receiver(call))) || c.parser(gocode.Receiver(call)) == nil {
			return false
		}
		if method == "Parser.ParseWithClaims" {
			keyFunc = 2
		}
		options = len(call.Args)
	default:
		return false
	}
	if len(call.Args) <= keyFunc || c.hasMethods(call.Args[min(options, len(call.Args)):]) || call.Ellipsis.IsValid() {
		return false
	}
	body := c.values.Body(call.Args[keyFunc])
	return body != nil && !c.looks(body) && !c.onlySecrets(body)
}

// onlySecrets reports whether a key function hands out nothing but bytes. The
// libraries take them for the key of an HMAC alone: every other method, and
// none at all, asks for a key of another type and fails.
func (c *checker) onlySecrets(body *ast.BlockStmt) bool {
	secrets, others := 0, 0
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) != 2 {
				others++
				return true
			}
			t := c.TypesInfo.TypeOf(n.Results[0])
			switch {
			case types.Identical(t, types.NewSlice(types.Typ[types.Byte])):
				secrets++
			case !c.TypesInfo.Types[n.Results[0]].IsNil():
				others++
			}
		}
		return true
	})
	return secrets > 0 && others == 0
}

// parser returns what a parser is made with, or nil where that is not seen.
func (c *checker) parser(e ast.Expr) []ast.Expr {
	switch e := c.values.Origin(e).(type) {
	case *ast.CallExpr:
		return append([]ast.Expr{}, e.Args...)
	case *ast.UnaryExpr:
		if lit, ok := e.X.(*ast.CompositeLit); ok {
			return append([]ast.Expr{}, lit.Elts...)
		}
	}
	return nil
}

func (c *checker) hasMethods(options []ast.Expr) bool {
	return slices.ContainsFunc(options, func(e ast.Expr) bool {
		switch e := e.(type) {
		case *ast.KeyValueExpr:
			id, ok := e.Key.(*ast.Ident)
			return ok && id.Name == "ValidMethods"
		case *ast.CallExpr:
			return strings.HasSuffix(gocode.CallName(c.TypesInfo, e), ".WithValidMethods")
		}
		return true // an option that is not understood may be the one
	})
}

// looks reports whether a key function looks at the token's algorithm, or
// leaves the answer to another function.
func (c *checker) looks(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if n.Sel.Name == "Method" || n.Sel.Name == "Header" {
				found = true
			}
		case *ast.CallExpr:
			for _, arg := range n.Args {
				if gocode.IsType(c.TypesInfo, arg, tokens...) {
					found = true
				}
			}
		}
		return !found
	})
	return found
}

var tokens = []string{"github.com/golang-jwt/jwt.Token", "github.com/dgrijalva/jwt-go.Token", "github.com/form3tech-oss/jwt-go.Token"}
