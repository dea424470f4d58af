package cipher

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

const repeated = "Someone who sees two of these messages can relate or decrypt them because every message is encrypted with the same nonce or initialisation vector."

// nonce reports an encryption whose nonce or initialisation vector is the same
// every time.
func nonce(pass *analysis.Pass, cur inspector.Cursor, call *ast.CallExpr, name string) {
	arg := nonceArgument(call, name)
	if arg == nil || !isFixed(pass, cur, arg) || makesKey(pass, cur) {
		return
	}
	gocode.Report(pass, arg, "GOX-004", repeated)
}

func nonceArgument(call *ast.CallExpr, name string) ast.Expr {
	switch name {
	case "crypto/cipher.AEAD.Seal", "crypto/cipher.NewCBCEncrypter", "crypto/cipher.NewCFBEncrypter",
		"crypto/cipher.NewCTR", "crypto/cipher.NewOFB", "golang.org/x/crypto/chacha20.NewUnauthenticatedCipher":
		return call.Args[1]
	case "golang.org/x/crypto/nacl/secretbox.Seal", "golang.org/x/crypto/nacl/box.Seal":
		return call.Args[2]
	}
	return nil
}

// isFixed reports whether bytes are the same in every run: a constant, a
// literal of constants, or zeroes that nobody writes to.
func isFixed(pass *analysis.Pass, cur inspector.Cursor, e ast.Expr) bool {
	info, values := pass.TypesInfo, gocode.ValuesOf(pass)
	if _, ok := values.Text(e); ok {
		return true
	}
	e = ast.Unparen(e)
	switch e := e.(type) {
	case *ast.SliceExpr:
		return isFixed(pass, cur, e.X)
	case *ast.UnaryExpr:
		return isFixed(pass, cur, e.X)
	}
	obj := gocode.Object(info, e)
	if obj == nil {
		return isFresh(info, e)
	}
	given := values.To(obj)
	if v, ok := obj.(*types.Var); !ok || v.IsField() || writtenElsewhere(pass, obj, e) {
		return false
	}
	whole := 0
	for _, g := range given {
		if !g.Whole && g.Value == nil {
			continue // an address taken; writtenElsewhere has judged it
		}
		if !g.Whole || g.Result >= 0 || !g.Zero && !isFresh(info, g.Value) {
			return false
		}
		whole++
	}
	return whole == 1
}

// isFresh reports whether an expression makes bytes that are always the same:
// make, or a literal or conversion of constants.
func isFresh(info *types.Info, e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		for _, elt := range e.Elts {
			if info.Types[elt].Value == nil {
				return false
			}
		}
		return gocode.IsText(info.TypeOf(e))
	case *ast.CallExpr:
		if inner, ok := gocode.Conversion(info, e); ok {
			_, known := gocode.String(info, inner)
			return known
		}
		if lit, ok := ast.Unparen(e.Fun).(*ast.FuncLit); ok {
			return returnsFresh(info, lit)
		}
		id, ok := e.Fun.(*ast.Ident)
		return ok && id.Name == "make"
	}
	return false
}

// returnsFresh reports whether everything that a literal returns are constants.
func returnsFresh(info *types.Info, lit *ast.FuncLit) bool {
	all, some := true, false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			some = true
			all = all && len(n.Results) == 1 && isFresh(info, n.Results[0]) && !isMake(n.Results[0])
		}
		return true
	})
	return all && some
}

// isMake reports whether an expression makes bytes that the function around it
// may have filled.
func isMake(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	id, ok := call.Fun.(*ast.Ident)
	return ok && id.Name == "make"
}

// writtenElsewhere reports whether a variable is used in a way that may fill
// it: handed to anything but an encryption, an append or a measure.
func writtenElsewhere(pass *analysis.Pass, obj types.Object, at ast.Expr) bool {
	for cur := range gocode.All(pass, (*ast.Ident)(nil)) {
		id := cur.Node().(*ast.Ident)
		if pass.TypesInfo.Uses[id] != obj || at.Pos() <= id.Pos() && id.End() <= at.End() {
			continue
		}
		if mayWrite(pass.TypesInfo, cur) {
			return true
		}
	}
	return false
}

// mayWrite looks at the nearest call or statement around a use.
func mayWrite(info *types.Info, use inspector.Cursor) bool {
	for outer := range use.Enclosing() {
		switch n := outer.Node().(type) {
		case *ast.CallExpr:
			if nonceArgument(n, gocode.CallName(info, n)) != nil {
				return false
			}
			if _, ok := gocode.Conversion(info, n); ok {
				continue
			}
			return !readsOnly(n)
		case *ast.ReturnStmt, *ast.BinaryExpr:
			return false
		case ast.Stmt:
			return true
		}
	}
	return true
}

// readsOnly reports whether a call cannot fill its arguments.
func readsOnly(call *ast.CallExpr) bool {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return fun.Name == "len" || fun.Name == "append" || fun.Name == "cap"
	case *ast.SelectorExpr:
		return fun.Sel.Name == "Open" || strings.HasPrefix(fun.Sel.Name, "Encode") || strings.HasPrefix(fun.Sel.Name, "NewCBCDecrypter")
	}
	return false
}

// makesKey reports whether the function around the cursor makes a key of its
// own, which makes a fixed nonce safe: each key then meets it once.
func makesKey(pass *analysis.Pass, cur inspector.Cursor) bool {
	fn, ok := gocode.Outermost(cur)
	if !ok {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
		name := gocode.CallName(pass.TypesInfo, c.Node().(*ast.CallExpr))
		for _, pkg := range []string{"crypto/rand.", "golang.org/x/crypto/hkdf.", "crypto/hkdf.", "crypto/ecdh.", "golang.org/x/crypto/curve25519."} {
			if strings.HasPrefix(name, pkg) {
				return true
			}
		}
		if name == "io.ReadFull" || strings.HasSuffix(name, ".ECDH") {
			return true
		}
	}
	return false
}
