package secretcompare

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports secrets compared in a time that tells about them.
var Analyzer = &analysis.Analyzer{
	Name:     "secretcompare",
	Doc:      "report secrets compared in a time that tells about them",
	Requires: []*analysis.Analyzer{inspect.Analyzer},
	Run:      run,
}

const message = "An attacker who may try often can learn this secret byte by byte because the comparison takes longer the more of it is right."

func run(pass *analysis.Pass) (any, error) {
	for fn := range gocode.Declared(pass) {
		c := &checker{Pass: pass}
		for cur := range fn.Cursor.Preorder((*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil)) {
			x, y := c.sides(cur.Node().(ast.Expr))
			if x == nil || !c.isText(x) || !c.isText(y) {
				continue
			}
			c.follow(fn)
			if c.tells(x, y) {
				gocode.Report(pass, cur.Node(), "GOH-008", message, c.evenly(cur, x, y)...)
			}
		}
	}
	return nil, nil
}

// evenly compares two texts in a time that tells nothing but their lengths.
func (c *checker) evenly(cur inspector.Cursor, x, y ast.Expr) []analysis.SuggestedFix {
	equal := "== 1"
	switch e := cur.Node().(type) {
	case *ast.BinaryExpr:
		if e.Op == token.NEQ {
			equal = "!= 1"
		}
	case *ast.CallExpr:
		if name := gocode.CallName(c.TypesInfo, e); name != "bytes.Equal" {
			return nil // the others do not compare byte by byte, or in another way
		}
	}
	a, ok := c.bytesOf(x)
	b, also := c.bytesOf(y)
	if !ok || !also {
		return nil
	}
	pkg, edits := gocode.Import(cur, "crypto/subtle")
	text := fmt.Sprintf("%s.ConstantTimeCompare(%s, %s) %s", pkg, a, b, equal)
	if _, not := cur.Parent().Node().(*ast.UnaryExpr); not {
		text = "(" + text + ")"
	}
	return gocode.Fix("Compare in constant time", append(edits, gocode.Replace(cur.Node(), text))...)
}

// bytesOf spells a text as a slice of bytes.
func (c *checker) bytesOf(e ast.Expr) (string, bool) {
	text := types.ExprString(e)
	switch t := gocode.Under(c.TypesInfo, e).(type) {
	case *types.Basic:
		return "[]byte(" + text + ")", true
	case *types.Slice:
		return text, true
	case *types.Array:
		_, named := ast.Unparen(e).(*ast.Ident)
		return text + "[:]", named && t.Len() > 0
	}
	return "", false
}

// checker judges the comparisons of one function.
type checker struct {
	*analysis.Pass
	keyed   *gocode.Derived // made with a keyed hash
	request *gocode.Derived // brought by a request
}

func (c *checker) follow(fn gocode.Function) {
	if c.keyed != nil {
		return
	}
	macs := gocode.Derive(c.TypesInfo, fn.Body, func(e ast.Expr) bool {
		return gocode.CallName(c.TypesInfo, e) == "crypto/hmac.New"
	})
	c.keyed = gocode.DeriveText(c.TypesInfo, fn.Body, func(e ast.Expr) bool {
		call, ok := gocode.IsCall(c.TypesInfo, e, "hash.Hash.Sum")
		return ok && macs.Has(gocode.Receiver(call))
	})
	c.request = gocode.DeriveText(c.TypesInfo, fn.Body, func(e ast.Expr) bool { return isFromRequest(c.TypesInfo, e) })
}

// sides returns what an expression compares, if it compares.
func (c *checker) sides(e ast.Expr) (x, y ast.Expr) {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		if e.Op == token.EQL || e.Op == token.NEQ {
			return e.X, e.Y
		}
	case *ast.CallExpr:
		switch gocode.CallName(c.TypesInfo, e) {
		case "bytes.Equal", "bytes.Compare", "strings.Compare", "strings.EqualFold", "reflect.DeepEqual", "slices.Equal":
			return e.Args[0], e.Args[1]
		}
	}
	return nil, nil
}

func (c *checker) isText(e ast.Expr) bool {
	tv := c.TypesInfo.Types[e]
	return tv.Value == nil && !tv.IsNil() && gocode.IsText(tv.Type)
}

// tells reports whether a comparison gives a secret away to whoever asks.
func (c *checker) tells(x, y ast.Expr) bool {
	if c.keyed.Has(x) != c.keyed.Has(y) {
		return true
	}
	fromX, fromY := c.request.Has(x), c.request.Has(y)
	if fromX == fromY {
		return !fromX && c.proves(x, y)
	}
	if c.name(x) != "" && isSecret(c.name(x)) || c.name(y) != "" && isSecret(c.name(y)) {
		return true
	}
	if fromX {
		return namesSecret(c.TypesInfo, x)
	}
	return namesSecret(c.TypesInfo, y)
}

// proves reports whether two names stand for a proof that came in and the one
// that is expected: gotSignature and expectedSignature.
func (c *checker) proves(x, y ast.Expr) bool {
	a, b := c.name(x), c.name(y)
	if !isSecret(a) && !isProof(a) || !isSecret(b) && !isProof(b) {
		return false
	}
	expected := []string{"expected", "expect", "want", "wanted", "computed", "calculated", "valid", "correct", "actual", "provided", "given", "got", "received", "presented", "supplied"}
	return gocode.HasWord(a, expected...) != gocode.HasWord(b, expected...) ||
		gocode.HasWord(a, expected...) && !strings.EqualFold(a, b)
}

// name returns the last name of an expression, or nothing for a call.
func (c *checker) name(e ast.Expr) string { return gocode.NameOf(c.TypesInfo, e) }

func isSecret(name string) bool {
	return gocode.IsCredential(name) || gocode.IsToken(name) || isProof(name)
}

// isProof reports whether a name is that of a signature.
func isProof(name string) bool {
	words := gocode.Words(name)
	if len(words) == 0 {
		return false
	}
	switch words[len(words)-1] {
	case "signature", "sig", "hmac", "mac":
		return true
	}
	return false
}

var readers = map[string]bool{
	"net/http.Header.Get": true, "net/http.Request.FormValue": true, "net/http.Request.PostFormValue": true, "net/http.Request.PathValue": true,
	"net/http.Request.BasicAuth": true, "net/url.Values.Get": true, "net/http.Request.Cookie": true,
	"github.com/gin-gonic/gin.Context.GetHeader": true, "github.com/gin-gonic/gin.Context.Query": true, "github.com/gin-gonic/gin.Context.PostForm": true, "github.com/gin-gonic/gin.Context.Cookie": true,
	"github.com/labstack/echo.Context.QueryParam": true, "github.com/labstack/echo.Context.FormValue": true,
	"github.com/gofiber/fiber.Ctx.Get": true, "github.com/gofiber/fiber.Ctx.Query": true, "github.com/gofiber/fiber.Ctx.Cookies": true,
	"google.golang.org/grpc/metadata.MD.Get": true, "google.golang.org/grpc/metadata.ValueFromIncomingContext": true,
}

func isFromRequest(info *types.Info, e ast.Expr) bool { return readers[gocode.CallName(info, e)] }

// namesSecret reports whether a value is read from the request under the name
// of a secret: r.Header.Get("X-Api-Key").
func namesSecret(info *types.Info, e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if ok && isFromRequest(info, call) && len(call.Args) > 0 {
			text, _ := gocode.String(info, call.Args[len(call.Args)-1])
			found = found || isSecret(text) || strings.EqualFold(text, "Authorization")
		}
		return !found
	})
	return found
}
