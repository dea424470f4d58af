package cipher

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports broken ciphers, repeated nonces and short keys.
var Analyzer = &analysis.Analyzer{
	Name:     "cipher",
	Doc:      "report broken ciphers, repeated nonces and short keys",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	broken   = "Someone who records this data can decrypt it because the cipher is broken."
	blockish = "Someone who sees this data can tell which parts are equal, and swap them, because every block is encrypted on its own (ECB)."
	shortKey = "An attacker with enough machines can break this key and sign or decrypt as its owner because the key is too short."
)

func run(pass *analysis.Pass) (any, error) {
	if !usesCrypto(pass.Pkg) || gocode.HashesPasswords(pass.Pkg) {
		return nil, nil
	}
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		name := gocode.FuncName(fn)
		switch {
		case isBroken(name):
			gocode.Report(pass, call, "GOX-003", broken)
		case strings.HasSuffix(name, "cipher.Block.Encrypt") && isBlockByBlock(pass, cur):
			gocode.Report(pass, call, "GOX-003", blockish)
		case isShort(pass, name, call):
			gocode.Report(pass, call, "GOX-005", shortKey)
		default:
			nonce(pass, cur, call, name)
		}
	}
	return nil, nil
}

func usesCrypto(pkg *types.Package) bool {
	for _, imp := range pkg.Imports() {
		if strings.HasPrefix(imp.Path(), "crypto/") || strings.HasPrefix(imp.Path(), "golang.org/x/crypto/") {
			return true
		}
	}
	return false
}

func isBroken(name string) bool {
	switch name {
	case "crypto/des.NewCipher", "crypto/des.NewTripleDESCipher", "crypto/rc4.NewCipher",
		"golang.org/x/crypto/blowfish.NewCipher", "golang.org/x/crypto/blowfish.NewSaltedCipher",
		"golang.org/x/crypto/cast5.NewCipher", "golang.org/x/crypto/tea.NewCipher", "golang.org/x/crypto/xtea.NewCipher":
		return true
	}
	return false
}

// isBlockByBlock reports whether the blocks of some data are encrypted one by
// one in a loop, in a function that mixes no blocks: real modes encrypt a
// counter or use exclusive or.
func isBlockByBlock(pass *analysis.Pass, cur inspector.Cursor) bool {
	info := pass.TypesInfo
	if !walks(pass, cur.Node().(*ast.CallExpr).Args[1]) {
		return false
	}
	inLoop := false
	for range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		inLoop = true
	}
	fn, ok := gocode.Outermost(cur)
	if !ok || !inLoop {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.BinaryExpr)(nil), (*ast.AssignStmt)(nil), (*ast.CallExpr)(nil)) {
		switch n := c.Node().(type) {
		case *ast.BinaryExpr:
			if n.Op == token.XOR {
				return false
			}
		case *ast.AssignStmt:
			if n.Tok == token.XOR_ASSIGN {
				return false
			}
		case *ast.CallExpr:
			if fn := gocode.Callee(info, n); fn != nil && mixes(fn.Name()) {
				return false
			}
		}
	}
	return true
}

// walks reports whether an expression is a moving part of some data: a slice
// of it, or a variable that is cut shorter on the way.
func walks(pass *analysis.Pass, e ast.Expr) bool {
	if _, ok := ast.Unparen(e).(*ast.SliceExpr); ok {
		return true
	}
	obj := gocode.Object(pass.TypesInfo, e)
	return slices.ContainsFunc(gocode.ValuesOf(pass).To(obj), func(g gocode.Given) bool {
		cut, ok := g.Value.(*ast.SliceExpr)
		return ok && obj != nil && gocode.Root(pass.TypesInfo, cut) == obj
	})
}

func mixes(function string) bool {
	return gocode.HasWord(function, "xor", "counter", "inc", "increment") || strings.HasPrefix(strings.ToLower(function), "xor")
}

// isShort reports whether a call makes a key that is too short to last.
func isShort(pass *analysis.Pass, name string, call *ast.CallExpr) bool {
	values := gocode.ValuesOf(pass)
	switch name {
	case "crypto/rsa.GenerateKey":
		bits, ok := gocode.Int(pass.TypesInfo, values.Origin(call.Args[1]))
		return ok && bits < 2048
	case "crypto/rsa.GenerateMultiPrimeKey":
		bits, ok := gocode.Int(pass.TypesInfo, values.Origin(call.Args[2]))
		return ok && bits < 2048
	case "crypto/ecdsa.GenerateKey":
		return gocode.CallName(pass.TypesInfo, values.Origin(call.Args[0])) == "crypto/elliptic.P224"
	case "crypto/dsa.GenerateParameters":
		size, ok := gocode.Int(pass.TypesInfo, call.Args[2])
		return ok && size == 0 // dsa.L1024N160
	}
	return false
}
