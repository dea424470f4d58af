package narrowing

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports numbers that wrap around before they decide a bound.
var Analyzer = &analysis.Analyzer{
	Name:     "narrowing",
	Doc:      "report numbers from text that wrap around before they decide a bound",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "A caller can get past this bound with a number that is too large for %s, because it wraps around when it is converted."

const ofData = "Whoever writes the data that is read here can get past this bound with a number that is too large for %s, because it wraps around when it is converted."

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "strconv", "encoding/binary") {
		return nil, nil
	}
	f := &finder{pass, gocode.ValuesOf(pass)}
	for cur := range gocode.All(pass, (*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		from, ok := gocode.Conversion(pass.TypesInfo, call)
		if !ok {
			continue
		}
		to, ok := sizeOf(gocode.Under(pass.TypesInfo, call))
		if !ok {
			continue
		}
		read, ok := f.read(from)
		if ok && !read.fits(to) && f.decides(cur) && !f.isChecked(cur, from) {
			threat, text := "GOH-062", ofData
			if answers(pass.TypesInfo, cur) {
				threat, text = "GOH-058", message
			}
			gocode.Report(pass, call, threat, fmt.Sprintf(text, types.TypeString(pass.TypesInfo.TypeOf(call), types.RelativeTo(pass.Pkg))))
		}
	}
	return nil, nil
}

// callers are the types of parameters by which a function gets what callers of
// the program send.
var callers = append([]string{"net/http.Request", "net/url.Values", "net/url.URL"}, gocode.Contexts...)

// answers reports whether a function around an expression is given what a caller
// of the program sends.
func answers(info *types.Info, cur inspector.Cursor) bool {
	for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		var typ *ast.FuncType
		switch fn := outer.Node().(type) {
		case *ast.FuncDecl:
			typ = fn.Type
		case *ast.FuncLit:
			typ = fn.Type
		}
		if slices.ContainsFunc(typ.Params.List, func(f *ast.Field) bool { return gocode.IsType(info, f.Type, callers...) }) {
			return true
		}
	}
	return false
}

type finder struct {
	*analysis.Pass
	values *gocode.Assigned
}

// size is the range of a whole number.
type size struct {
	bits   int64
	signed bool
}

// fits reports whether every number of a range is in another.
func (s size) fits(to size) bool {
	switch {
	case s.signed == to.signed:
		return s.bits <= to.bits
	case to.signed:
		return s.bits < to.bits
	}
	return false
}

func sizeOf(t types.Type) (size, bool) {
	b, ok := t.Underlying().(*types.Basic)
	if !ok || b.Info()&types.IsInteger == 0 {
		return size{}, false
	}
	sizes := map[types.BasicKind]int64{types.Int8: 8, types.Uint8: 8, types.Int16: 16, types.Uint16: 16, types.Int32: 32, types.Uint32: 32}
	bits, ok := sizes[b.Kind()]
	if !ok {
		bits = 64
	}
	return size{bits, b.Info()&types.IsUnsigned == 0}, true
}

// read returns the range of a number that was read from text or bytes.
func (f *finder) read(e ast.Expr) (size, bool) {
	call := f.values.Call(e)
	if call == nil {
		return size{}, false
	}
	name := gocode.CallName(f.TypesInfo, call)
	switch name {
	case "strconv.Atoi":
		return size{64, true}, !f.isOwn(call.Args[0])
	case "strconv.ParseInt", "strconv.ParseUint":
		bits, ok := gocode.Int(f.TypesInfo, call.Args[2])
		if bits == 0 {
			bits = 64
		}
		return size{bits, name == "strconv.ParseInt"}, ok && !f.isOwn(call.Args[0])
	}
	for suffix, bits := range map[string]int64{".Uint16": 16, ".Uint32": 32, ".Uint64": 64} {
		if strings.HasPrefix(name, "encoding/binary.") && strings.HasSuffix(name, suffix) {
			return size{bits, false}, true
		}
	}
	return size{}, false
}

// isOwn reports whether a text is the program's own or its operator's.
func (f *finder) isOwn(text ast.Expr) bool {
	if _, ok := f.values.Text(text); ok {
		return true
	}
	origin := f.values.Origin(text)
	switch gocode.CallName(f.TypesInfo, origin) {
	case "os.Getenv", "flag.Arg", "os.LookupEnv":
		return true
	}
	ix, ok := ast.Unparen(origin).(*ast.IndexExpr)
	if !ok {
		return false
	}
	obj := gocode.Object(f.TypesInfo, ix.X)
	return obj != nil && obj.Name() == "Args" && obj.Pkg() != nil && obj.Pkg().Path() == "os"
}

// decides reports whether a converted number, or a variable that is given
// nothing else, is a bound.
func (f *finder) decides(cur inspector.Cursor) bool {
	if f.isBound(cur) {
		return true
	}
	obj := gocode.Holder(f.TypesInfo, cur)
	fn, ok := gocode.Outermost(cur)
	v, isVar := obj.(*types.Var)
	if !ok || !isVar || v.IsField() {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.Ident)(nil)) {
		if f.TypesInfo.Uses[c.Node().(*ast.Ident)] == obj && f.isBound(c) {
			return true
		}
	}
	return false
}

// limits are functions that take how much of something there may be, and in
// which argument.
var limits = map[string]int{
	"io.CopyN": 2, "io.LimitReader": 1, "net/http.MaxBytesReader": 2, "bytes.Buffer.Grow": 0, "strings.Builder.Grow": 0, "strings.Repeat": 1, "bytes.Repeat": 1,
}

// isBound reports whether an expression is a length, an index, a limit, or one
// side of a comparison.
func (f *finder) isBound(cur inspector.Cursor) bool {
	e := cur.Node().(ast.Expr)
	switch p := cur.Parent().Node().(type) {
	case *ast.ParenExpr, *ast.UnaryExpr:
		return f.isBound(cur.Parent())
	case *ast.BinaryExpr:
		switch p.Op {
		case token.LSS, token.GTR, token.LEQ, token.GEQ:
			return !f.isZero(p.X) && !f.isZero(p.Y)
		case token.ADD, token.SUB, token.MUL, token.QUO:
			return f.isBound(cur.Parent())
		}
	case *ast.IndexExpr:
		_, isMap := gocode.Under(f.TypesInfo, p.X).(*types.Map)
		return p.Index == e && !isMap
	case *ast.SliceExpr:
		return p.X != e
	case *ast.CallExpr:
		if id, ok := ast.Unparen(p.Fun).(*ast.Ident); ok && id.Name == "make" {
			return len(p.Args) > 1 && p.Args[0] != e
		}
		if _, ok := gocode.Conversion(f.TypesInfo, p); ok {
			return f.isBound(cur.Parent())
		}
		at, ok := limits[gocode.CallName(f.TypesInfo, p)]
		return ok && p.Args[at] == e
	}
	return false
}

func (f *finder) isZero(e ast.Expr) bool {
	v := f.TypesInfo.Types[e].Value
	return v != nil && v.Kind() == constant.Int && constant.Sign(v) == 0
}

// isChecked reports whether the function compares the number before it is
// converted, or hands it to something that limits it.
func (f *finder) isChecked(cur inspector.Cursor, number ast.Expr) bool {
	obj := gocode.Object(f.TypesInfo, number)
	fn, ok := gocode.Outermost(cur)
	if obj == nil || !ok {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil), (*ast.SwitchStmt)(nil)) {
		switch n := c.Node().(type) {
		case *ast.BinaryExpr:
			if isComparison(n.Op) && (gocode.Object(f.TypesInfo, n.X) == obj || gocode.Object(f.TypesInfo, n.Y) == obj) {
				return true
			}
		case *ast.CallExpr:
			if id, ok := ast.Unparen(n.Fun).(*ast.Ident); ok && (id.Name == "min" || id.Name == "max") {
				for _, arg := range n.Args {
					if gocode.Object(f.TypesInfo, arg) == obj {
						return true
					}
				}
			}
		case *ast.SwitchStmt:
			if n.Tag != nil && gocode.Object(f.TypesInfo, n.Tag) == obj {
				return true
			}
		}
	}
	return false
}

func isComparison(op token.Token) bool {
	switch op {
	case token.LSS, token.GTR, token.LEQ, token.GEQ, token.EQL, token.NEQ:
		return true
	}
	return false
}
