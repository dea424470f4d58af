package clienttimeout

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports HTTP calls without a timeout.
var Analyzer = &analysis.Analyzer{
	Name:     "clienttimeout",
	Doc:      "report HTTP calls without a timeout",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	threat  = "GOC-007"
	fixText = "Wait ten seconds for the answer"
	message = "A slow partner can bring this service to a standstill because this call waits for its answer without a limit."
)

var (
	plain  = []string{"net/http.Get", "net/http.Head", "net/http.Post", "net/http.PostForm"}
	direct = []string{"net/http.Client.Get", "net/http.Client.Head", "net/http.Client.Post", "net/http.Client.PostForm"}
	serves = []string{
		"net/http.ListenAndServe", "net/http.ListenAndServeTLS", "net/http.Serve", "net/http.Server.ListenAndServe",
		"net/http.Server.ListenAndServeTLS", "net/http.Server.Serve", "google.golang.org/grpc.Server.Serve", "github.com/aws/aws-lambda-go/lambda.Start",
	}
)

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "net/http") || isCommand(pass.Pkg) && !isService(pass) {
		return nil, nil
	}
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		name := gocode.FuncName(fn)
		switch {
		case slices.Contains(plain, name):
			gocode.Report(pass, call, threat, message, withClient(cur, call)...)
		case isDefault(pass.TypesInfo, call) && (slices.Contains(direct, name) || name == "net/http.Client.Do" && isBare(pass, cur)):
			gocode.Report(pass, call, threat, message, withClient(cur, call)...)
		}
	}
	clients(pass)
	return nil, nil
}

// withClient makes a call of the default client one of a client that waits no
// longer than ten seconds; it shares the default's connections.
func withClient(cur inspector.Cursor, call *ast.CallExpr) []analysis.SuggestedFix {
	from := gocode.Receiver(call) // http, or http.DefaultClient
	pkg := from
	if sel, ok := from.(*ast.SelectorExpr); ok {
		pkg = sel.X
	}
	name, ok := pkg.(*ast.Ident)
	if !ok {
		return nil
	}
	seconds, edits := gocode.Import(cur, "time")
	text := fmt.Sprintf("(&%s.Client{Timeout: 10 * %s.Second})", name.Name, seconds)
	return gocode.Fix(fixText, append(edits, gocode.Replace(from, text))...)
}

// isCommand reports whether a package is a program or its command line.
func isCommand(pkg *types.Package) bool {
	return pkg.Name() == "main" || gocode.Imports(pkg, "flag", "github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/urfave/cli", "github.com/alecthomas/kong")
}

// isService reports whether the package answers requests.
func isService(pass *analysis.Pass) bool {
	for fn := range gocode.Functions(pass) {
		if _, ok := gocode.HandlerOf(pass.TypesInfo, fn.Type); ok {
			return true
		}
	}
	for _, fn := range gocode.Calls(pass) {
		if slices.Contains(serves, gocode.FuncName(fn)) {
			return true
		}
	}
	return false
}

// isBare reports whether the function around a call makes its requests without
// a context that could end them.
func isBare(pass *analysis.Pass, cur inspector.Cursor) bool {
	fn, ok := gocode.Outermost(cur)
	if !ok {
		return false
	}
	bare := false
	for c := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
		switch gocode.CallName(pass.TypesInfo, c.Node().(*ast.CallExpr)) {
		case "net/http.Request.WithContext", "net/http.NewRequestWithContext":
			return false
		case "net/http.NewRequest":
			bare = true
		}
	}
	return bare
}

// isDefault reports whether a method is called on http.DefaultClient.
func isDefault(info *types.Info, call *ast.CallExpr) bool {
	obj := gocode.Object(info, gocode.Receiver(call))
	return obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "net/http" && obj.Name() == "DefaultClient"
}

// clients reports client literals that never get a timeout.
func clients(pass *analysis.Pass) {
	for cur := range gocode.All(pass, (*ast.CompositeLit)(nil)) {
		lit := cur.Node().(*ast.CompositeLit)
		if !gocode.IsType(pass.TypesInfo, lit, "net/http.Client") || !gocode.Keyed(lit) || gocode.Field(lit, "Timeout") != nil {
			continue
		}
		holder := gocode.Holder(pass.TypesInfo, cur)
		if holder != nil && !setLater(pass, holder) && sendsBare(pass, holder) {
			seconds, edits := gocode.Import(cur, "time")
			edits = append(edits, gocode.SetField(pass, lit, "Timeout", "10 * "+seconds+".Second"))
			gocode.Report(pass, lit, threat, message, gocode.Fix(fixText, edits...)...)
		}
	}
}

// setLater reports whether the package sets the timeout of the client that a
// variable or field holds.
func setLater(pass *analysis.Pass, holder types.Object) bool {
	for c := range gocode.All(pass, (*ast.AssignStmt)(nil)) {
		for _, lhs := range c.Node().(*ast.AssignStmt).Lhs {
			sel, ok := lhs.(*ast.SelectorExpr)
			if ok && sel.Sel.Name == "Timeout" && gocode.Object(pass.TypesInfo, sel.X) == holder {
				return true
			}
		}
	}
	return false
}

// sendsBare reports whether the client that a variable or field holds is used
// without a context.
func sendsBare(pass *analysis.Pass, holder types.Object) bool {
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		name := gocode.FuncName(fn)
		if !strings.HasPrefix(name, "net/http.Client.") || gocode.Object(pass.TypesInfo, gocode.Receiver(call)) != holder {
			continue
		}
		if slices.Contains(direct, name) || name == "net/http.Client.Do" && isBare(pass, cur) {
			return true
		}
	}
	return false
}
