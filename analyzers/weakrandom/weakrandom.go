package weakrandom

import (
	"fmt"
	"go/ast"
	"go/types"
	"go/version"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports secrets made with math/rand.
var Analyzer = &analysis.Analyzer{
	Name:     "weakrandom",
	Doc:      "report secrets made with math/rand",
	Requires: []*analysis.Analyzer{inspect.Analyzer},
	Run:      run,
}

const message = "An attacker can predict this %s and use it as if it were theirs because it is made with math/rand, whose output can be computed from a few earlier values or the seed."

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "math/rand") {
		return nil, nil
	}
	if !secrets(pass) {
		purposeless(pass)
	}
	return nil, nil
}

// secrets reports the secrets that are made with math/rand, and whether there
// are any.
func secrets(pass *analysis.Pass) bool {
	found := false
	for fn := range gocode.Declared(pass) {
		draw := firstDraw(pass.TypesInfo, fn.Cursor)
		if draw == nil {
			continue
		}
		filled := filledByRandom(pass.TypesInfo, fn.Cursor)
		random := gocode.Derive(pass.TypesInfo, fn.Body, func(e ast.Expr) bool {
			if isDraw(pass.TypesInfo, e) {
				return true
			}
			id, ok := e.(*ast.Ident)
			return ok && filled[pass.TypesInfo.ObjectOf(id)]
		})
		purpose := purposeOf(pass.TypesInfo, fn, random)
		if purpose == "" && honoursReader(pass.Pkg.GoVersion()) && keyed(pass.TypesInfo, fn.Body) {
			purpose = "key"
		}
		if purpose != "" {
			gocode.Report(pass, draw, "GOX-002", fmt.Sprintf(message, purpose), secure(pass.TypesInfo, fn.Cursor)...)
			found = true
		}
	}
	return found
}

// isDraw reports whether an expression is a random value, or a generator of
// them, from math/rand.
func isDraw(info *types.Info, e ast.Expr) bool {
	name := gocode.CallName(info, e)
	if !strings.HasPrefix(name, "math/rand.") {
		return false
	}
	switch strings.TrimPrefix(name, "math/rand.") {
	case "NewSource", "Seed", "Rand.Seed", "NewZipf", "NewPCG", "NewChaCha8":
		return false
	}
	return true
}

func firstDraw(info *types.Info, in inspector.Cursor) ast.Expr {
	var first ast.Expr
	for c := range in.Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		if !isDraw(info, call) {
			continue
		}
		if !strings.HasSuffix(gocode.CallName(info, call), "rand.New") {
			return call
		}
		if first == nil {
			first = call // the generator itself, where nothing is drawn from it here
		}
	}
	return first
}

// filledByRandom returns the variables that math/rand writes into: buffers
// given to Read, and what the function given to Shuffle swaps.
func filledByRandom(info *types.Info, in inspector.Cursor) map[types.Object]bool {
	filled := map[types.Object]bool{}
	for c := range in.Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		switch gocode.CallName(info, call) {
		case "math/rand.Read", "math/rand.Rand.Read":
			filled[gocode.Root(info, call.Args[0])] = true
		case "math/rand.Shuffle", "math/rand.Rand.Shuffle":
			ast.Inspect(call.Args[1], func(n ast.Node) bool {
				if ix, ok := n.(*ast.IndexExpr); ok {
					filled[gocode.Root(info, ix)] = true
				}
				return true
			})
		}
	}
	delete(filled, nil)
	return filled
}

// purposeOf returns the name of the secret that random values become in a
// function, or nothing.
func purposeOf(info *types.Info, fn gocode.Function, random *gocode.Derived) string {
	purpose := ""
	found := func(name string, value ast.Expr) {
		if purpose == "" && gocode.IsUnguessable(name) && isMaterial(info, value) && random.Has(value) {
			purpose = words(name)
		}
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				found(gocode.NameOf(info, lhs), n.Rhs[min(i, len(n.Rhs)-1)])
			}
		case *ast.ValueSpec:
			for i, value := range n.Values {
				found(n.Names[min(i, len(n.Names)-1)].Name, value)
			}
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok {
				found(id.Name, n.Value)
			}
		case *ast.ReturnStmt:
			for _, result := range n.Results {
				found(strings.TrimSuffix(fn.Name, "s"), result)
			}
		case *ast.CallExpr:
			inCall(info, n, found)
		}
		return true
	})
	return purpose
}

// inCall looks at which parameters the arguments of a call go to.
func inCall(info *types.Info, call *ast.CallExpr, found func(string, ast.Expr)) {
	fn := gocode.Callee(info, call)
	if fn == nil {
		return
	}
	params := fn.Signature().Params()
	for i, arg := range call.Args {
		if i < params.Len() {
			found(params.At(i).Name(), arg)
		}
	}
}

// keyed reports whether a function hands a generator of math/rand to a
// function of package crypto that makes a key.
func keyed(info *types.Info, body ast.Node) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		fn := gocode.Callee(info, call)
		if fn == nil || !strings.HasPrefix(gocode.FuncName(fn), "crypto/") || !strings.Contains(fn.Name(), "Key") {
			return true
		}
		for _, arg := range call.Args {
			found = found || gocode.IsType(info, arg, "math/rand.Rand")
		}
		return !found
	})
	return found
}

// honoursReader reports whether package crypto uses the generator it is given;
// from Go 1.26 on it takes the system's own.
func honoursReader(goVersion string) bool {
	return goVersion == "" || version.Compare(goVersion, "go1.26") < 0
}

// isMaterial reports whether a value can be a secret: text, bytes or a number.
func isMaterial(info *types.Info, e ast.Expr) bool {
	t := info.TypeOf(e)
	if t == nil {
		return false
	}
	if gocode.IsText(t) {
		return true
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// words spells a name for the message, without the verb of a function's name.
func words(name string) string {
	all := gocode.Words(name)
	if len(all) > 2 {
		all = all[len(all)-2:]
	}
	if len(all) == 2 && isVerb(all[0]) {
		all = all[1:]
	}
	return strings.Join(all, " ")
}

func isVerb(word string) bool {
	switch word {
	case "new", "make", "generate", "gen", "create", "random", "rand", "get", "build", "issue":
		return true
	}
	return false
}

// secure imports crypto/rand in the place of math/rand where a file uses
// nothing of it but Read, which both have.
func secure(info *types.Info, cur inspector.Cursor) []analysis.SuggestedFix {
	for outer := range cur.Enclosing((*ast.File)(nil)) {
		var spec *ast.ImportSpec
		for _, s := range outer.Node().(*ast.File).Imports {
			if s.Path.Value == `"math/rand"` && s.Name == nil {
				spec = s
			}
		}
		if spec == nil || !usesOnlyRead(info, outer) {
			return nil
		}
		return gocode.Fix("Read from the system's own source of randomness", gocode.Replace(spec.Path, `"crypto/rand"`))
	}
	return nil
}

func usesOnlyRead(info *types.Info, file inspector.Cursor) bool {
	for c := range file.Preorder((*ast.SelectorExpr)(nil)) {
		sel := c.Node().(*ast.SelectorExpr)
		id, ok := sel.X.(*ast.Ident)
		if !ok {
			continue
		}
		pkg, ok := info.Uses[id].(*types.PkgName)
		if ok && pkg.Imported().Path() == "math/rand" && sel.Sel.Name != "Read" {
			return false
		}
	}
	return true
}
