package pathclean

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports cleaned paths of requests that are taken for checked ones.
var Analyzer = &analysis.Analyzer{
	Name:     "pathclean",
	Doc:      "report cleaned paths of requests that are taken for checked ones",
	Requires: []*analysis.Analyzer{inspect.Analyzer, taint.Analyzer},
	Run:      run,
}

const message = `Whoever sends a path with ".." can read or change other files as soon as a route lets it through because Clean keeps ".." where no slash stands before it, and nothing else here keeps the file in its folder.`

func run(pass *analysis.Pass) (any, error) {
	for cur, fn := range gocode.Calls(pass) {
		name := gocode.FuncName(fn)
		if name != "path.Clean" && name != "path/filepath.Clean" {
			continue
		}
		call := cur.Node().(*ast.CallExpr)
		h, outer, ok := gocode.InHandler(pass.TypesInfo, cur)
		if !ok || isRooted(pass, call.Args[0]) || isProven(pass, outer.Body) {
			continue
		}
		sent := gocode.DeriveText(pass.TypesInfo, outer.Body, func(e ast.Expr) bool {
			root := gocode.Root(pass.TypesInfo, e)
			return root != nil && (root == h.Request || root == h.Context) && gocode.IsText(pass.TypesInfo.TypeOf(e))
		})
		if sent.Has(call.Args[0]) && isOpened(pass, outer.Cursor, call) {
			gocode.Report(pass, call, "GOH-072", message)
		}
	}
	return nil, nil
}

// isRooted reports whether a path begins with a slash that the program has put
// there.
func isRooted(pass *analysis.Pass, path ast.Expr) bool {
	switch e := ast.Unparen(path).(type) {
	case *ast.BinaryExpr:
		return e.Op == token.ADD && isRooted(pass, e.X)
	case *ast.CallExpr:
		name := gocode.CallName(pass.TypesInfo, e)
		return (name == "path.Join" || name == "path/filepath.Join") && len(e.Args) > 0 && isRooted(pass, e.Args[0])
	}
	text, ok := gocode.String(pass.TypesInfo, path)
	return ok && strings.HasPrefix(text, "/")
}

// isProven reports whether somebody is known to decide which file is opened in a
// function.
func isProven(pass *analysis.Pass, body *ast.BlockStmt) bool {
	for _, f := range pass.ResultOf[taint.Analyzer].(*taint.Findings).List {
		if f.Kind == library.PathTraversal && f.Trust == library.Anyone && body.Pos() <= f.Pos && f.Pos <= body.End() {
			return true
		}
	}
	return false
}

// checks are functions that can tell a path which leads elsewhere.
var checks = []string{
	"strings.HasPrefix", "strings.Contains", "strings.CutPrefix", "strings.Index", "path/filepath.IsLocal", "path/filepath.Rel", "path/filepath.Base",
	"path.Base", "io/fs.ValidPath", "path/filepath.Localize", "slices.Contains",
}

// isOpened reports whether what a call cleans names a file in the function, with
// no check of it.
func isOpened(pass *analysis.Pass, in inspector.Cursor, clean *ast.CallExpr) bool {
	cleaned := gocode.Derive(pass.TypesInfo, in.Node(), func(e ast.Expr) bool { return e == clean })
	opened := false
	for c := range in.Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		name := gocode.CallName(pass.TypesInfo, call)
		for _, check := range checks {
			if name == check && len(call.Args) > 0 && cleaned.Has(call.Args[0]) {
				return false
			}
		}
		opened = opened || opens(call, name, cleaned)
	}
	return opened
}

// opens reports whether a call takes one of the values as the name of a file.
func opens(call *ast.CallExpr, name string, values *gocode.Derived) bool {
	known := library.Given.Library().Func(name)
	if known == nil {
		return false
	}
	for _, sink := range known.Sinks {
		if i := sink.Port.Index; sink.Kind == library.PathTraversal && sink.When != "never" && i >= 0 && i < len(call.Args) && values.Has(call.Args[i]) {
			return true
		}
	}
	return false
}
