package bodylimit

import (
	"bytes"
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

// Analyzer reports request bodies that are read without a limit.
var Analyzer = &analysis.Analyzer{
	Name:      "bodylimit",
	Doc:       "report request bodies that are read without a limit",
	Requires:  []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:       run,
	FactTypes: []analysis.Fact{new(limitsBodies)},
}

// limitsBodies says that a function limits the bodies of the requests that it
// passes on to a handler.
type limitsBodies struct{}

func (*limitsBodies) AFact()         {}
func (*limitsBodies) String() string { return "limits bodies" }

const (
	threat = "GOH-031"
	memory = "An attacker can fill this process's memory and stop it for everyone with one endless request because the body is read without a limit."
	disk   = "An attacker can fill this machine's disk with one endless upload because the form is read without a limit."
)

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "net/http") {
		return nil, nil
	}
	p := &finder{Pass: pass, values: gocode.ValuesOf(pass), limiters: map[types.Object]bool{}}
	if p.findLimiters() {
		return nil, nil
	}
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		body, message := p.read(call, gocode.FuncName(fn))
		if body != nil && p.isServed(cur, body) && !p.isLimited(cur) && !p.isUnlimitedByChoice(cur) {
			gocode.Report(pass, call, threat, message, p.limit(cur, body, message)...)
		}
	}
	return nil, nil
}

type finder struct {
	*analysis.Pass
	values   *gocode.Assigned
	limiters map[types.Object]bool // functions that put a limit on a body
}

// The functions that limit a body.
const (
	limitHTTP = "net/http.MaxBytesReader"
	limitAny  = "io.LimitReader"
)

// MayLimit reports whether a file may hold a function that limits request
// bodies; without such a file a package exports no fact.
func MayLimit(text []byte) bool {
	for _, name := range []string{limitHTTP, limitAny} {
		if bytes.Contains(text, []byte(name[strings.LastIndexByte(name, '.')+1:])) {
			return true
		}
	}
	return false
}

// findLimiters collects the functions that limit a body, and reports whether
// one of them, or one of another package that is called here, does so for other
// handlers.
func (p *finder) findLimiters() bool {
	forOthers := false
	for cur, fn := range gocode.Calls(p.Pass) {
		switch gocode.FuncName(fn) {
		case "net/http.MaxBytesHandler":
			forOthers = true
		case limitHTTP, limitAny:
		default:
			forOthers = forOthers || p.ImportObjectFact(fn, new(limitsBodies))
			continue
		}
		outer, ok := gocode.Outermost(cur)
		if !ok {
			continue
		}
		obj := p.TypesInfo.Defs[outer.Cursor.Node().(*ast.FuncDecl).Name]
		p.limiters[obj] = true
		if isMiddleware(p.TypesInfo, outer) {
			p.ExportObjectFact(obj, new(limitsBodies))
			forOthers = true
		}
	}
	return forOthers
}

// isMiddleware reports whether a function passes requests on to a handler.
func isMiddleware(info *types.Info, fn gocode.Function) bool {
	for c := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
		if gocode.CallName(info, c.Node().(*ast.CallExpr)) == "net/http.Handler.ServeHTTP" ||
			gocode.CallName(info, c.Node().(*ast.CallExpr)) == "net/http.HandlerFunc.ServeHTTP" {
			return true
		}
	}
	return false
}

// read returns the request whose body a call reads whole.
func (p *finder) read(call *ast.CallExpr, name string) (request ast.Expr, message string) {
	switch name {
	case "io.ReadAll", "io/ioutil.ReadAll":
		return p.requestOf(call.Args[0]), memory
	case "encoding/json.Decoder.Decode", "encoding/xml.Decoder.Decode", "encoding/gob.Decoder.Decode", "gopkg.in/yaml.Decoder.Decode":
		made := p.values.Call(gocode.Receiver(call))
		if made == nil || len(made.Args) != 1 {
			return nil, ""
		}
		return p.requestOf(made.Args[0]), memory
	case "io.Copy":
		if gocode.IsType(p.TypesInfo, call.Args[0], "bytes.Buffer", "strings.Builder") {
			return p.requestOf(call.Args[1]), memory
		}
	case "bytes.Buffer.ReadFrom":
		return p.requestOf(call.Args[0]), memory
	case "net/http.Request.ParseMultipartForm", "net/http.Request.FormFile":
		return gocode.Receiver(call), disk
	}
	return nil, ""
}

// requestOf returns r for r.Body.
func (p *finder) requestOf(e ast.Expr) ast.Expr {
	e = p.values.Origin(e)
	if gocode.IsRequestBody(p.TypesInfo, e) {
		return ast.Unparen(e).(*ast.SelectorExpr).X
	}
	return nil
}

// isServed reports whether a request is one that a server got: the parameter
// of a handler, or of a function that a handler of the package calls with it.
// A request that the program makes to send it is not.
func (p *finder) isServed(cur inspector.Cursor, request ast.Expr) bool {
	if h, _, ok := gocode.InHandler(p.TypesInfo, cur); ok {
		root := gocode.Root(p.TypesInfo, request)
		return root == h.Request || root == h.Context
	}
	fn, ok := gocode.Enclosing(cur)
	if !ok {
		return false
	}
	decl, ok := fn.Cursor.Node().(*ast.FuncDecl)
	return ok && p.isCalledByHandler(p.TypesInfo.Defs[decl.Name])
}

func (p *finder) isCalledByHandler(obj types.Object) bool {
	for cur, fn := range gocode.Calls(p.Pass) {
		if fn != obj {
			continue
		}
		h, _, ok := gocode.InHandler(p.TypesInfo, cur)
		if !ok {
			continue
		}
		takes := func(arg ast.Expr) bool { return gocode.Object(p.TypesInfo, arg) == h.Request && h.Request != nil }
		if slices.ContainsFunc(cur.Node().(*ast.CallExpr).Args, takes) {
			return true
		}
	}
	return false
}

// isLimited reports whether the function around the cursor limits a body, or
// calls a function of the package that does.
func (p *finder) isLimited(cur inspector.Cursor) bool {
	outer, ok := gocode.Outermost(cur)
	if !ok {
		return false
	}
	for c := range outer.Cursor.Preorder((*ast.CallExpr)(nil)) {
		fn := gocode.Callee(p.TypesInfo, c.Node().(*ast.CallExpr))
		if fn == nil {
			continue
		}
		name := gocode.FuncName(fn)
		if p.limiters[fn] || name == "net/http.MaxBytesReader" || name == "io.LimitReader" {
			return true
		}
	}
	return false
}

// isUnlimitedByChoice reports whether a body is read whole only where a setting
// for its size says that there is no limit.
func (p *finder) isUnlimitedByChoice(cur inspector.Cursor) bool {
	for outer := range cur.Enclosing((*ast.IfStmt)(nil)) {
		compared, ok := ast.Unparen(outer.Node().(*ast.IfStmt).Cond).(*ast.BinaryExpr)
		if !ok {
			continue
		}
		for _, side := range []ast.Expr{compared.X, compared.Y} {
			if p.TypesInfo.Types[side].Value == nil && gocode.HasWord(gocode.NameOf(p.TypesInfo, side), "max", "limit", "size") {
				return true
			}
		}
	}
	return false
}

// limit puts a reader that stops at a megabyte, or 32 where files are uploaded,
// before the statement that reads a body, where the handler's writer is at hand.
func (p *finder) limit(cur inspector.Cursor, request ast.Expr, message string) []analysis.SuggestedFix {
	h, fn, ok := gocode.InHandler(p.TypesInfo, cur)
	if !ok || h.Writer == nil || gocode.Object(p.TypesInfo, request) != h.Request {
		return nil
	}
	for outer := range cur.Enclosing() {
		if !isBlock(outer.Parent().Node()) {
			continue
		}
		if stmt, ok := outer.Node().(ast.Stmt); ok && stmt.Pos() > fn.Body.Pos() {
			pkg, edits := gocode.Import(cur, "net/http")
			size := "1<<20"
			if message == disk {
				size = "32<<20"
			}
			text := fmt.Sprintf("%[2]s.Body = %[1]s.MaxBytesReader(%[3]s, %[2]s.Body, %[4]s)\n", pkg, h.Request.Name(), h.Writer.Name(), size)
			edits = append(edits, analysis.TextEdit{Pos: stmt.Pos(), End: stmt.Pos(), NewText: []byte(text)})
			return gocode.Fix("Read no more of the body than expected", edits...)
		}
	}
	return nil
}

func isBlock(n ast.Node) bool {
	_, ok := n.(*ast.BlockStmt)
	return ok
}
