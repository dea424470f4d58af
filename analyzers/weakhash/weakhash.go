package weakhash

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports passwords put through a fast hash, and hashes with known
// collisions.
var Analyzer = &analysis.Analyzer{
	Name:     "weakhash",
	Doc:      "report passwords put through a fast hash, and hashes with known collisions",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "An attacker who copies the stored hashes can recover the passwords and sign in here and elsewhere because this hash is made to be fast."

// fast are the packages whose hashes are too fast for passwords.
var fast = []string{
	"crypto/md5", "crypto/sha1", "crypto/sha256", "crypto/sha512", "crypto/sha3",
	"golang.org/x/crypto/md4", "golang.org/x/crypto/ripemd160", "golang.org/x/crypto/sha3",
	"golang.org/x/crypto/blake2b", "golang.org/x/crypto/blake2s",
	"hash/fnv", "hash/crc32",
}

// slow are the packages that are made for passwords.
var slow = []string{
	"golang.org/x/crypto/bcrypt", "golang.org/x/crypto/scrypt", "golang.org/x/crypto/argon2",
	"golang.org/x/crypto/pbkdf2", "crypto/pbkdf2",
}

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, fast...) || gocode.HashesPasswords(pass.Pkg) || asksPwned(pass) {
		return nil, nil
	}
	collisions(pass, passwords(pass))
	return nil, nil
}

// passwords reports the fast hashes of passwords, and returns them.
func passwords(pass *analysis.Pass) map[ast.Node]bool {
	reported := map[ast.Node]bool{}
	for fn := range gocode.Declared(pass) {
		secret := gocode.DeriveText(pass.TypesInfo, fn.Body, func(e ast.Expr) bool { return isPassword(pass.TypesInfo, e) })
		if prescribed(pass.TypesInfo, fn.Cursor) {
			continue
		}
		for c := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
			call := c.Node().(*ast.CallExpr)
			if slices.ContainsFunc(hashed(pass, call), secret.Has) {
				gocode.Report(pass, call, "GOX-001", message)
				reported[call] = true
				if made := gocode.ValuesOf(pass).Call(gocode.Receiver(call)); made != nil {
					reported[made] = true
				}
			}
		}
	}
	return reported
}

func isPassword(info *types.Info, e ast.Expr) bool {
	switch e.(type) {
	case *ast.Ident, *ast.SelectorExpr:
		return gocode.IsPassword(gocode.NameOf(info, e)) && gocode.IsText(info.TypeOf(e)) && info.Types[e].Value == nil
	case *ast.CallExpr:
		return asksForm(info, e)
	}
	return false
}

// asksForm reports whether a call reads a form field named password.
func asksForm(info *types.Info, e ast.Expr) bool {
	call, ok := gocode.IsCall(info, e, "net/http.Request.FormValue", "net/http.Request.PostFormValue")
	if !ok {
		return false
	}
	field, ok := gocode.String(info, call.Args[0])
	return ok && gocode.IsPassword(field)
}

// hashed returns what a call puts through a fast hash: the arguments of a Sum
// function, or of a write into a hash that is made in sight.
func hashed(pass *analysis.Pass, call *ast.CallExpr) []ast.Expr {
	info := pass.TypesInfo
	fn := gocode.Callee(info, call)
	if fn == nil {
		return nil
	}
	name := gocode.FuncName(fn)
	switch {
	case strings.HasPrefix(fn.Name(), "Sum") && isFast(name):
		return call.Args
	case name == "io.Writer.Write" && isHash(pass, gocode.Receiver(call)):
		return call.Args
	case strings.HasSuffix(name, ".Sum") && isHash(pass, gocode.Receiver(call)):
		return call.Args // h.Sum([]byte(password)) appends to it, which is no hash at all
	case slices.Contains([]string{"io.WriteString", "fmt.Fprint", "fmt.Fprintf", "io.Copy"}, name) && isHash(pass, call.Args[0]):
		return call.Args[1:]
	}
	return nil
}

// isHash reports whether an expression is a fast hash made in sight.
func isHash(pass *analysis.Pass, e ast.Expr) bool {
	if e == nil {
		return false
	}
	call := gocode.ValuesOf(pass).Call(e)
	return call != nil && isFast(gocode.CallName(pass.TypesInfo, call))
}

func isFast(name string) bool {
	return slices.ContainsFunc(fast, func(pkg string) bool { return strings.HasPrefix(name, pkg+".") })
}

// prescribed reports whether a function also uses a slow hash, or speaks of
// the realm of HTTP digest authentication or of the format of password files.
func prescribed(info *types.Info, in inspector.Cursor) bool {
	for c := range in.Preorder((*ast.CallExpr)(nil), (*ast.Ident)(nil), (*ast.BasicLit)(nil)) {
		switch n := c.Node().(type) {
		case *ast.CallExpr:
			name := gocode.CallName(info, n)
			if slices.ContainsFunc(slow, func(pkg string) bool { return strings.HasPrefix(name, pkg+".") }) {
				return true
			}
		case *ast.Ident:
			if gocode.HasWord(n.Name, "realm") {
				return true
			}
		case *ast.BasicLit:
			if strings.Contains(n.Value, "{SHA}") {
				return true // a line of a password file for web servers
			}
		}
	}
	return false
}

// asksPwned reports whether the package talks to Pwned Passwords, which gets
// the start of a SHA-1 sum and never the password.
func asksPwned(pass *analysis.Pass) bool {
	for c := range gocode.All(pass, (*ast.BasicLit)(nil)) {
		if strings.Contains(c.Node().(*ast.BasicLit).Value, "pwnedpasswords.com") {
			return true
		}
	}
	return false
}
