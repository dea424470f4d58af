package hardcoded

import (
	"go/ast"
	"go/token"
	"regexp"
	"strings"
	"unicode"

	"github.com/threatvet/threatvet/internal/gocode"
)

// byName reports literals that look like a secret and are given to, or
// compared with, something whose name says that it is one.
func (c *checker) byName() {
	for cur := range gocode.All(c.Pass, (*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.KeyValueExpr)(nil), (*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if len(n.Lhs) == len(n.Rhs) {
					c.named(gocode.NameOf(c.TypesInfo, lhs), n.Rhs[i])
				}
			}
		case *ast.ValueSpec:
			for i, value := range n.Values {
				if len(n.Names) == len(n.Values) {
					c.named(n.Names[i].Name, value)
				}
			}
		case *ast.KeyValueExpr:
			c.named(c.keyName(n.Key), n.Value)
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				c.named(gocode.NameOf(c.TypesInfo, n.X), n.Y)
				c.named(gocode.NameOf(c.TypesInfo, n.Y), n.X)
			}
		case *ast.CallExpr:
			c.arguments(n)
		}
	}
}

func (c *checker) keyName(key ast.Expr) string {
	if text, ok := gocode.String(c.TypesInfo, key); ok {
		return text
	}
	return gocode.NameOf(c.TypesInfo, key)
}

func (c *checker) arguments(call *ast.CallExpr) {
	fn := gocode.Callee(c.TypesInfo, call)
	if fn == nil {
		return
	}
	params := fn.Signature().Params()
	for i := range min(params.Len(), len(call.Args)) {
		c.named(params.At(i).Name(), call.Args[i])
	}
}

// named reports a literal under a name. Only a literal counts: a name given to
// another name is reported where the first one got its value.
func (c *checker) named(name string, value ast.Expr) {
	if inner, ok := gocode.Conversion(c.TypesInfo, value); ok {
		value = inner
	}
	lit, ok := ast.Unparen(value).(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return
	}
	if text, _ := gocode.String(c.TypesInfo, lit); hints(name) && isRandom(text) {
		c.report(lit, anything)
	}
	if !gocode.IsCredential(name) {
		return
	}
	if text, _ := gocode.String(c.TypesInfo, lit); looksSecret(text, gocode.IsPassword(name)) {
		c.report(lit, anything)
	}
}

// hints reports whether a name may be that of a secret: it is one for the
// text of a random value only.
func hints(name string) bool {
	return gocode.HasWord(name, "token", "pw", "pwd", "pass", "cred", "creds", "credential", "credentials", "bearer", "secret", "apikey") &&
		!gocode.HasWord(name, "url", "path", "name", "hash", "sum", "digest", "id", "public", "type", "header", "regex", "pattern")
}

// isRandom reports whether a text can only be a random value: long, of the
// characters of a key, and with as many different ones as chance gives.
func isRandom(text string) bool {
	text = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(text, "Bearer:"), "Bearer"))
	if len(text) < 24 || isPlaceholder(text) || !random.MatchString(text) || spoken.MatchString(text) || isAlphabet(text) {
		return false
	}
	digits := strings.ContainsAny(text, "0123456789") && strings.ContainsFunc(text, unicode.IsLetter)
	return digits && entropy(text) > 3.4
}

// isAlphabet reports whether a text lists the characters that something is
// made of: six or more follow each other in order.
func isAlphabet(text string) bool {
	run := 1
	for i := 1; i < len(text) && run < 6; i++ {
		if text[i] == text[i-1]+1 {
			run++
		} else {
			run = 1
		}
	}
	return run >= 6
}

var (
	random   = regexp.MustCompile(`^[A-Za-z0-9+/_=-]+$`)
	variable = regexp.MustCompile(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$`)
	spoken   = regexp.MustCompile(`^[A-Za-z]+[0-9]?([-_.:/][A-Za-z]+[0-9]?)*$`)
)

// looksSecret reports whether a text under a secret's name is the secret
// itself, and not a name of one, a place, a message or a placeholder.
func looksSecret(text string, password bool) bool {
	least := 8
	if password {
		least = 6
	}
	switch {
	case len(text) < least, isPlaceholder(text), variable.MatchString(text):
		return false
	case strings.ContainsAny(text, " \t\n"), strings.Contains(text, "://"), strings.HasPrefix(text, "urn:"), strings.HasPrefix(text, "/"), strings.HasPrefix(text, "."), strings.HasPrefix(text, "--"):
		return false
	case spoken.MatchString(text):
		return len(text) >= 16 && !strings.ContainsAny(text, "-_.:/") && entropy(text) > 3.8 && mixedCase(text)
	}
	letters, others := false, false
	for _, r := range text {
		letters = letters || unicode.IsLetter(r)
		others = others || unicode.IsDigit(r) || password && strings.ContainsRune("!@#$%^&*", r)
	}
	return letters && others && entropy(text) > 2.3
}

// mixedCase reports whether capitals stand inside the text more often than a
// name in camel case has them.
func mixedCase(text string) bool {
	capitals := 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals*4 > len(text) && capitals < len(text)
}
