package webhook

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports receivers of events that do not check the sender.
var Analyzer = &analysis.Analyzer{
	Name:     "webhook",
	Doc:      "report receivers of events that do not check the sender",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "Anyone who knows this address can send events of their own and have them obeyed because the receiver does not check who sent them."

func run(pass *analysis.Pass) (any, error) {
	r := &reader{pass, gocode.ValuesOf(pass)}
	for _, route := range gocode.Routes(pass) {
		if !isWebhook(route) || slices.ContainsFunc(route.Wrappers, r.checks) {
			continue
		}
		seen := &findings{done: map[*ast.BlockStmt]bool{}}
		r.read(r.values.Body(route.Handler), seen, 3)
		if seen.body && !seen.check {
			gocode.Report(pass, route.Pattern, "GOH-007", message)
		}
	}
	return nil, nil
}

// isWebhook reports whether a path speaks of a webhook, and does not itself
// hold a secret.
func isWebhook(r gocode.Route) bool {
	if r.Method == "GET" {
		return false // browsers come back from a login this way
	}
	webhook := false
	for _, s := range r.Segments() {
		if gocode.HasWord(s, "secret", "token", "key") {
			return false
		}
		webhook = webhook || gocode.HasWord(s, "webhook", "webhooks", "hook", "hooks", "callback", "callbacks")
	}
	return webhook
}

type reader struct {
	*analysis.Pass
	values *gocode.Assigned
}

// findings is what the functions of a handler do.
type findings struct {
	body, check bool
	done        map[*ast.BlockStmt]bool
}

// read looks through a function and, to a depth, through the functions of the
// package that it calls.
func (r *reader) read(body *ast.BlockStmt, seen *findings, depth int) {
	if body == nil || seen.done[body] {
		return
	}
	seen.done[body] = true
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			seen.body = seen.body || gocode.IsRequestBody(r.TypesInfo, n)
		case *ast.CallExpr:
			r.call(n, seen, depth)
		case *ast.Ident:
			seen.check = seen.check || n.Name == "AdmissionReview"
		}
		return true
	})
}

func (r *reader) call(call *ast.CallExpr, seen *findings, depth int) {
	fn := gocode.Callee(r.TypesInfo, call)
	if fn == nil {
		return
	}
	seen.body = seen.body || bindsBody(fn)
	seen.check = seen.check || r.isCheck(fn, call)
	if decl := r.values.Declaration(fn); decl != nil && depth > 0 {
		r.read(decl.Body, seen, depth-1)
	}
}

func bindsBody(fn *types.Func) bool {
	name := gocode.FuncName(fn)
	for _, framework := range gocode.Contexts {
		if method, ok := strings.CutPrefix(name, framework+"."); ok {
			return slices.Contains([]string{"GetRawData", "BindJSON", "ShouldBindJSON", "ShouldBind", "Bind", "Body", "BodyParser", "PostBody"}, method)
		}
	}
	return false
}

var checkWords = []string{"verify", "verifies", "verified", "verifier", "signature", "signed", "hmac", "authenticate", "authorize", "authorized", "auth", "secret"}

// isCheck reports whether a call checks, or helps to check, who sent an event.
func (r *reader) isCheck(fn *types.Func, call *ast.CallExpr) bool {
	switch name := gocode.FuncName(fn); {
	case strings.HasPrefix(name, "crypto/hmac."), strings.HasPrefix(name, "crypto/subtle."), name == "net/http.Request.BasicAuth",
		strings.HasSuffix(name, ".ConstructEvent"), strings.HasSuffix(name, ".ValidatePayload"):
		return true
	case fn.Name() == "Get" || fn.Name() == "GetHeader":
		if len(call.Args) != 1 {
			return false
		}
		header, _ := r.values.Text(call.Args[0])
		return gocode.HasWord(header, "signature", "token", "secret", "authorization", "key", "hmac", "auth")
	}
	return gocode.HasWord(fn.Name(), checkWords...)
}

// checks reports whether a wrapper checks the sender.
func (r *reader) checks(wrapper ast.Expr) bool {
	return r.values.ChecksCaller(wrapper) || gocode.HasWord(types.ExprString(wrapper), checkWords...)
}
