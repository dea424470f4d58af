package seclog

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports secrets and personal numbers written to logs.
var Analyzer = &analysis.Analyzer{
	Name:     "seclog",
	Doc:      "report secrets and personal numbers written to logs",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "Everyone who can read the logs learns this secret or personal value and can use it because it is written to the log."

// logs are the packages whose functions and methods write to logs.
var logs = []string{
	"log.", "log/slog.", "github.com/sirupsen/logrus.", "go.uber.org/zap.", "github.com/rs/zerolog.", "github.com/rs/zerolog/log.",
	"k8s.io/klog.", "github.com/golang/glog.", "github.com/hashicorp/go-hclog.", "github.com/go-kit/log.", "github.com/apex/log.",
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{
		Pass: pass, values: gocode.ValuesOf(pass),
		serves:  gocode.Imports(pass.Pkg, "net/http", "google.golang.org/grpc", "google.golang.org/grpc/metadata", "github.com/golang-jwt/jwt") && !importsBelow(pass.Pkg, public...),
		objects: importsBelow(pass.Pkg, "k8s.io/"),
	}
	for cur, fn := range gocode.Calls(pass) {
		if !isLog(fn) {
			continue
		}
		call := cur.Node().(*ast.CallExpr)
		for _, arg := range call.Args {
			if secret := c.secretIn(call, arg); secret != nil {
				gocode.Report(pass, secret, "GOH-025", message)
				break
			}
		}
	}
	return nil, nil
}

type checker struct {
	*analysis.Pass
	values *gocode.Assigned
	serves bool // whether a plain "token" is one of a request
	// objects is true where secrets are objects of Kubernetes, which go by
	// their names: a plain "secret" is such a name.
	objects bool
}

// public are protocols whose tokens are no secrets.
var public = []string{"golang.org/x/crypto/acme", "github.com/go-acme/lego/"}

func importsBelow(pkg *types.Package, prefixes ...string) bool {
	return slices.ContainsFunc(pkg.Imports(), func(imp *types.Package) bool {
		return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(imp.Path()+"/", p) })
	})
}

// isLog reports whether a function writes to a log: one of a library for logs
// that does not make or configure a logger, or one of another logger by its
// name and that of its package or type.
func isLog(fn *types.Func) bool {
	name := gocode.FuncName(fn)
	if !slices.ContainsFunc(logs, func(pkg string) bool { return strings.HasPrefix(name, pkg) }) {
		return isOwnLog(fn, name)
	}
	makesField := isAttribute(name) && fn.Signature().Recv() == nil && fn.Signature().Results().Len() > 0
	return !makesField && !strings.HasPrefix(fn.Name(), "New") && !strings.HasPrefix(fn.Name(), "Set")
}

// isOwnLog reports whether a function is called like those of loggers and
// belongs to a package or type that is called a logger.
func isOwnLog(fn *types.Func, name string) bool {
	if fn.Pkg() == nil || !gocode.HasWord(fn.Name(), "print", "printf", "println", "debug", "debugf", "info", "infof", "warn", "warnf", "warning", "error", "errorf", "fatal", "fatalf", "trace", "tracef") {
		return false
	}
	owner := fn.Pkg().Name()
	if fn.Signature().Recv() != nil {
		parts := strings.Split(name, ".")
		owner = parts[max(0, len(parts)-2)]
	}
	return gocode.HasWord(owner, "log", "logger", "logging", "logs")
}

// secretIn returns the part of a logged argument that is a secret.
func (c *checker) secretIn(call *ast.CallExpr, arg ast.Expr) ast.Expr {
	arg = ast.Unparen(arg)
	if c.TypesInfo.Types[arg].Value != nil {
		return nil
	}
	if c.isSecret(arg) || c.isHeaders(arg) || c.showsSecret(call, arg) {
		return arg
	}
	switch e := arg.(type) {
	case *ast.BinaryExpr:
		if e.Op != token.ADD {
			return nil
		}
		if found := c.secretIn(call, e.X); found != nil {
			return found
		}
		return c.secretIn(call, e.Y)
	case *ast.CallExpr:
		return c.inCall(e)
	}
	return nil
}

// inCall looks into calls that keep a value whole: conversions and formatting.
func (c *checker) inCall(call *ast.CallExpr) ast.Expr {
	name := gocode.CallName(c.TypesInfo, call)
	_, conversion := gocode.Conversion(c.TypesInfo, call)
	if !conversion && !strings.HasPrefix(name, "fmt.Sprint") && !strings.HasPrefix(name, "strings.T") && !isAttribute(name) {
		return nil
	}
	for _, arg := range call.Args {
		if found := c.secretIn(call, arg); found != nil {
			return found
		}
	}
	return nil
}

// isAttribute reports whether a function of this name may make a field of a
// log line, which is then judged where it is logged.
func isAttribute(name string) bool {
	return strings.HasPrefix(name, "go.uber.org/zap.") || strings.HasPrefix(name, "log/slog.")
}

var personal = []string{"ssn", "cvv", "cvc", "creditcard", "cardnumber", "iban"}

// isSecret reports whether an expression is a value that only its owner may
// know, by its name or by where it is read.
func (c *checker) isSecret(e ast.Expr) bool {
	if !gocode.IsText(c.TypesInfo.TypeOf(e)) {
		return false
	}
	if call, ok := gocode.IsCall(c.TypesInfo, c.values.Origin(e), "net/http.Header.Get", "net/http.Request.FormValue", "net/http.Request.PostFormValue"); ok {
		name, _ := c.values.Text(call.Args[0])
		return isSecretName(name) || slices.Contains([]string{"authorization", "cookie", "proxy-authorization"}, strings.ToLower(name))
	}
	switch e.(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.StarExpr:
		name := gocode.NameOf(c.TypesInfo, e)
		if c.objects && strings.EqualFold(strings.TrimRight(name, "0123456789"), "secret") {
			return false
		}
		return isSecretName(name) || c.serves && gocode.IsToken(name)
	}
	return false
}

func isSecretName(name string) bool {
	if gocode.HasWord(name, "path", "file", "hash", "hashed", "sum", "digest", "length", "count", "encrypted", "masked", "redacted", "public", "name", "type", "url", "id") && !gocode.HasWord(name, "session") {
		return false
	}
	words := gocode.Words(name)
	joined := strings.Join(words, "")
	if slices.Contains(personal, joined) || len(words) > 0 && slices.Contains(personal, words[len(words)-1]) {
		return true
	}
	return gocode.IsCredential(name)
}

// isHeaders reports whether an expression is all headers of a request, or the
// request itself, which carry the caller's credentials.
func (c *checker) isHeaders(e ast.Expr) bool {
	sel, ok := e.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Header" && gocode.IsType(c.TypesInfo, sel.X, "net/http.Request")
}

// showsSecret reports whether a struct with a secret field is printed whole.
func (c *checker) showsSecret(call *ast.CallExpr, e ast.Expr) bool {
	t := c.TypesInfo.TypeOf(e)
	if t == nil || !c.printsAll(call) {
		return false
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || printsItself(t) {
		return false
	}
	for i := range s.NumFields() {
		if f := s.Field(i); gocode.IsText(f.Type()) && gocode.IsPassword(f.Name()) && !printsItself(f.Type()) {
			return true
		}
	}
	return false
}

// printsAll reports whether a call prints structs with all their fields: a
// verb %v, or a print function without a format.
func (c *checker) printsAll(call *ast.CallExpr) bool {
	name := gocode.CallName(c.TypesInfo, call)
	if !strings.HasSuffix(name, "f") {
		return strings.Contains(name, "rint") || strings.HasPrefix(name, "log/slog.")
	}
	format, _ := c.values.Text(call.Args[0])
	return strings.Contains(format, "%v") || strings.Contains(format, "%+v") || strings.Contains(format, "%#v")
}

// printsItself reports whether a type decides how it is printed.
func printsItself(t types.Type) bool {
	set := types.NewMethodSet(types.NewPointer(t))
	for _, name := range []string{"String", "Format", "LogValue", "MarshalText", "MarshalJSON"} {
		if set.Lookup(nil, name) != nil {
			return true
		}
	}
	return false
}
