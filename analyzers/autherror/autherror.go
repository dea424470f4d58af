package autherror

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports checks of a caller whose failure is ignored.
var Analyzer = &analysis.Analyzer{
	Name:     "autherror",
	Doc:      "report checks of a caller whose failure is ignored or treated like success",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	threat  = "GOH-041"
	ignored = "Anyone passes this check, with a wrong password, token or signature too, because nothing looks at what it says."
	goesOn  = "Anyone can use this handler without passing the check because it goes on when the check fails."
)

// checks are functions that tell by their only result whether somebody proved
// who they are, or something is what they signed.
var checks = map[string]bool{
	"golang.org/x/crypto/bcrypt.CompareHashAndPassword": true,
	"crypto/subtle.ConstantTimeCompare":                 true,
	"crypto/hmac.Equal":                                 true,
	"crypto/ed25519.Verify":                             true,
	"crypto/ed25519.VerifyWithOptions":                  true,
	"crypto/ecdsa.Verify":                               true,
	"crypto/ecdsa.VerifyASN1":                           true,
	"crypto/rsa.VerifyPKCS1v15":                         true,
	"crypto/rsa.VerifyPSS":                              true,
	"crypto/x509.Certificate.CheckSignature":            true,
	"crypto/x509.Certificate.CheckSignatureFrom":        true,
	"crypto/x509.Certificate.VerifyHostname":            true,
	"github.com/go-ldap/ldap.Conn.Bind":                 true,
}

// parses are functions that hand out what they checked along with the error.
var parses = map[string]bool{
	"github.com/golang-jwt/jwt.Parse":                       true,
	"github.com/golang-jwt/jwt.ParseWithClaims":             true,
	"github.com/golang-jwt/jwt.Parser.Parse":                true,
	"github.com/golang-jwt/jwt.Parser.ParseWithClaims":      true,
	"github.com/dgrijalva/jwt-go.Parse":                     true,
	"github.com/dgrijalva/jwt-go.ParseWithClaims":           true,
	"github.com/coreos/go-oidc/oidc.IDTokenVerifier.Verify": true,
	"crypto/x509.Certificate.Verify":                        true,
}

func run(pass *analysis.Pass) (any, error) {
	f := &finder{pass, gocode.ValuesOf(pass)}
	for cur, fn := range gocode.Calls(pass) {
		name := gocode.FuncName(fn)
		switch {
		case checks[name] && isDropped(cur) && !refusesAnyway(pass.TypesInfo, cur), parses[name] && f.isUnasked(cur):
			gocode.Report(pass, cur.Node(), threat, ignored)
		case checks[name], parses[name], saysSo(fn):
			f.failure(cur)
		}
	}
	return nil, nil
}

type finder struct {
	*analysis.Pass
	values *gocode.Assigned
}

// isDropped reports whether a call's result goes nowhere.
func isDropped(cur inspector.Cursor) bool {
	switch s := cur.Parent().Node().(type) {
	case *ast.ExprStmt:
		return true
	case *ast.AssignStmt:
		return !slices.ContainsFunc(s.Lhs, func(e ast.Expr) bool { return !isBlank(e) })
	}
	return false
}

// refusesAnyway reports whether the statement behind a call returns an error
// whatever the call says: a check of nothing takes as long as a real one, so that
// nobody learns by the clock which users there are.
func refusesAnyway(info *types.Info, cur inspector.Cursor) bool {
	next, ok := cur.Parent().NextSibling()
	if !ok {
		return false
	}
	ret, ok := next.Node().(*ast.ReturnStmt)
	if !ok || len(ret.Results) == 0 {
		return false
	}
	last := ret.Results[len(ret.Results)-1]
	_, made := ast.Unparen(last).(*ast.CallExpr)
	id, isName := ast.Unparen(last).(*ast.Ident)
	named := isName && info.Uses[id] != nil && info.Uses[id].Parent() == info.Uses[id].Pkg().Scope()
	return gocode.IsError(info, last) && (made || named)
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// isUnasked reports whether the error of a call is left out, and the function
// does not ask what it got whether it is valid either.
func (f *finder) isUnasked(cur inspector.Cursor) bool {
	s, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok {
		return isDropped(cur)
	}
	if len(s.Lhs) != 2 || !isBlank(s.Lhs[1]) {
		return false
	}
	fn, ok := gocode.Outermost(cur)
	if !ok {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.SelectorExpr)(nil)) {
		if c.Node().(*ast.SelectorExpr).Sel.Name == "Valid" {
			return false
		}
	}
	return true
}

// saysSo reports whether a function that can fail checks a caller, by its name.
func saysSo(fn *types.Func) bool {
	words := gocode.Words(fn.Name())
	if len(words) == 0 || !slices.Contains([]string{"authenticate", "authorize", "verify", "check", "validate", "require", "ensure"}, words[0]) {
		return false
	}
	return words[0] == "authenticate" || words[0] == "authorize" || gocode.HasWord(fn.Name(), "auth", "token", "signature", "session", "password", "credentials", "permission", "permissions", "access", "jwt", "csrf", "hmac", "login", "admin")
}

// failure reports a check whose failure a handler logs and forgets.
func (f *finder) failure(cur inspector.Cursor) {
	h, handler, ok := gocode.InHandler(f.TypesInfo, cur)
	if !ok {
		return
	}
	branch, list := f.branch(cur)
	if branch == nil || branch.Else != nil || leaves(branch.Body) || changes(f.TypesInfo, branch.Body, h) {
		return
	}
	at := slices.Index(list, ast.Stmt(branch))
	if at < 0 || at == len(list)-1 && branch.End() >= handler.Body.End()-1 {
		return
	}
	if at < len(list)-1 && !looksAgain(f.TypesInfo, list[at+1:], branch.Cond) {
		gocode.Report(f.Pass, cur.Node(), threat, goesOn)
	}
}

// branch returns the if that is taken where a check failed, and the list of
// statements that it is in.
func (f *finder) branch(cur inspector.Cursor) (*ast.IfStmt, []ast.Stmt) {
	stmt := cur
	for stmt.Parent().Node() != nil {
		if _, ok := stmt.Parent().Node().(*ast.BlockStmt); ok {
			break
		}
		stmt = stmt.Parent()
	}
	block, ok := stmt.Parent().Node().(*ast.BlockStmt)
	if !ok {
		return nil, nil
	}
	at := slices.Index(block.List, stmt.Node().(ast.Stmt))
	candidates := block.List[at:min(at+2, len(block.List))]
	for _, s := range candidates {
		if branch, ok := s.(*ast.IfStmt); ok && f.failed(branch, cur.Node().(*ast.CallExpr)) {
			return branch, block.List
		}
	}
	return nil, nil
}

// failed reports whether an if is taken where a check failed: its error is not
// nil, or its answer is no.
func (f *finder) failed(branch *ast.IfStmt, check *ast.CallExpr) bool {
	switch c := ast.Unparen(branch.Cond).(type) {
	case *ast.BinaryExpr:
		if c.Op != token.NEQ || !f.TypesInfo.Types[c.Y].IsNil() || !gocode.IsError(f.TypesInfo, c.X) {
			return false
		}
		return f.comesFrom(c.X, check, branch)
	case *ast.UnaryExpr:
		return c.Op == token.NOT && f.comesFrom(c.X, check, branch)
	}
	return false
}

// comesFrom reports whether an expression is the result of a check, as the if
// itself or the statement before it says.
func (f *finder) comesFrom(e ast.Expr, check *ast.CallExpr, branch *ast.IfStmt) bool {
	if ast.Unparen(e) == check {
		return true
	}
	obj := gocode.Object(f.TypesInfo, e)
	if obj == nil {
		return false
	}
	for _, g := range f.values.To(obj) {
		if g.Value == nil || ast.Unparen(g.Value) != check {
			continue
		}
		return check.Pos() < branch.Body.Pos()
	}
	return false
}

// leaves reports whether a block ends what it is in: it returns, panics, ends
// the program or goes elsewhere.
func leaves(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt, *ast.BranchStmt:
			found = true
		case *ast.CallExpr:
			name := ""
			switch fun := ast.Unparen(n.Fun).(type) {
			case *ast.Ident:
				name = fun.Name
			case *ast.SelectorExpr:
				name = fun.Sel.Name
			}
			found = found || gocode.HasWord(name, "panic", "fatal", "exit", "goexit", "abort", "fatalf", "fatalln", "panicf")
		}
		return !found
	})
	return found
}

// changes reports whether a block sets a variable or changes the request, from
// which what follows may tell that the check failed.
func changes(info *types.Info, body *ast.BlockStmt, h gocode.Handler) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			found = found || n.Tok != token.DEFINE
		case *ast.IncDecStmt, *ast.SendStmt, *ast.DeferStmt, *ast.GoStmt:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.AND
		}
		return !found
	})
	return found
}

// looksAgain reports whether later statements ask for what the condition was
// about.
func looksAgain(info *types.Info, rest []ast.Stmt, cond ast.Expr) bool {
	about := map[types.Object]bool{}
	ast.Inspect(cond, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := info.ObjectOf(id).(*types.Var); ok {
				about[v] = true
			}
		}
		return true
	})
	found := false
	for _, s := range rest {
		ast.Inspect(s, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && about[info.Uses[id]] && !isTarget(s, id) {
				found = true
			}
			return !found
		})
	}
	return found
}

// isTarget reports whether a statement gives a name a new value.
func isTarget(s ast.Stmt, id *ast.Ident) bool {
	assign, ok := s.(*ast.AssignStmt)
	return ok && slices.Contains(assign.Lhs, ast.Expr(id))
}
