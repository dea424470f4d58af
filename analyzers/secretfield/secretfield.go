package secretfield

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
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports secret fields that are serialised along with the rest of a
// value.
var Analyzer = &analysis.Analyzer{
	Name:     "secretfield",
	Doc:      "report secret fields that are serialised along with the rest of a value",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values, taint.Analyzer},
	Run:      run,
}

const (
	answered = "Everyone who gets this answer gets the field %s because the whole value is written to it."
	written  = "Whoever gets this text gets the field %s because the whole value is serialised."
)

func run(pass *analysis.Pass) (any, error) {
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		value, format := encoded(call, gocode.FuncName(fn))
		if value == nil || marshals(cur) {
			continue
		}
		s := &search{format: format, seen: map[types.Type]bool{}}
		t := pass.TypesInfo.TypeOf(value)
		answer := isAnswer(pass, cur, call)
		s.tokens = !answer
		field := s.secret(t)
		switch {
		case field == "", isMasked(pass.TypesInfo, value, field), isBare(pass, value, field):
		case answer && forAdministrators(pass, cur):
		case answer:
			gocode.Report(pass, call, "GOH-049", fmt.Sprintf(answered, field))
		case !staysPrivate(pass, cur, t):
			gocode.Report(pass, call, "GOH-055", fmt.Sprintf(written, field))
		}
	}
	return nil, nil
}

// isMasked reports whether a literal gives its secret field what a function
// for masking secrets, or for hashing them, returns.
func isMasked(info *types.Info, value ast.Expr, field string) bool {
	if u, ok := ast.Unparen(value).(*ast.UnaryExpr); ok {
		value = u.X
	}
	lit, ok := ast.Unparen(value).(*ast.CompositeLit)
	if !ok {
		return false
	}
	kv := gocode.Field(lit, field)
	if kv == nil {
		return false
	}
	call, ok := ast.Unparen(kv.Value).(*ast.CallExpr)
	return ok && gocode.HasWord(gocode.CallName(info, call), "mask", "masked", "redact", "redacted", "hide", "obfuscate", "sanitize", "hash", "encrypt", "scrub")
}

// encoded returns what a call serialises, and the key of the tags that say how.
func encoded(call *ast.CallExpr, name string) (value ast.Expr, format string) {
	switch name {
	case "encoding/json.Marshal", "encoding/json.MarshalIndent", "encoding/json.Encoder.Encode":
		return call.Args[0], "json"
	case "encoding/xml.Marshal", "encoding/xml.MarshalIndent", "encoding/xml.Encoder.Encode":
		return call.Args[0], "xml"
	case "gopkg.in/yaml.Marshal", "gopkg.in/yaml.Encoder.Encode", "go.yaml.in/yaml.Marshal", "go.yaml.in/yaml.Encoder.Encode",
		"github.com/goccy/go-yaml.Marshal", "sigs.k8s.io/yaml.Marshal":
		return call.Args[0], "yaml"
	case "github.com/BurntSushi/toml.Marshal", "github.com/BurntSushi/toml.Encoder.Encode", "github.com/pelletier/go-toml.Marshal":
		return call.Args[0], "toml"
	case "github.com/gin-gonic/gin.Context.JSON", "github.com/gin-gonic/gin.Context.IndentedJSON", "github.com/gin-gonic/gin.Context.XML",
		"github.com/gin-gonic/gin.Context.YAML", "github.com/labstack/echo.Context.JSON", "github.com/labstack/echo.Context.JSONPretty":
		return call.Args[1], "json"
	case "github.com/gofiber/fiber.Ctx.JSON":
		return call.Args[0], "json"
	}
	return nil, ""
}

// marshals reports whether the function around a call is a marshaler: what it
// marshals is its own choice.
func marshals(cur inspector.Cursor) bool {
	fn, ok := gocode.Outermost(cur)
	return ok && (strings.HasPrefix(fn.Name, "Marshal") || strings.HasPrefix(fn.Name, "Encode") || gocode.HasWord(fn.Name, "redact", "redacted", "mask", "sanitize"))
}

// isAnswer reports whether a call writes to the answer of a request: an
// encoder over the writer, or the method of a framework's context.
func isAnswer(pass *analysis.Pass, cur inspector.Cursor, call *ast.CallExpr) bool {
	receiver := gocode.Receiver(call)
	if receiver == nil {
		return false
	}
	if gocode.IsType(pass.TypesInfo, receiver, gocode.Contexts...) {
		return true
	}
	made := gocode.ValuesOf(pass).Call(receiver)
	if made == nil || len(made.Args) == 0 {
		return false
	}
	return gocode.IsType(pass.TypesInfo, made.Args[0], "net/http.ResponseWriter")
}

// forAdministrators reports whether the function asks a function named after
// administrators: whoever may set a secret learns little from its answer.
func forAdministrators(pass *analysis.Pass, cur inspector.Cursor) bool {
	fn, ok := gocode.Outermost(cur)
	if !ok {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
		callee := gocode.Callee(pass.TypesInfo, c.Node().(*ast.CallExpr))
		if callee != nil && gocode.HasWord(callee.Name(), "admin", "administrator", "superuser", "sysadmin") {
			return true
		}
	}
	return false
}

// staysPrivate reports whether the function sends the text to another service,
// to prove who it is there, or keeps it in a file for the owner only.
func staysPrivate(pass *analysis.Pass, cur inspector.Cursor, t types.Type) bool {
	if gocode.HasWord(gocode.TypeName(t)[strings.LastIndexByte(gocode.TypeName(t), '.')+1:], "request", "req", "login", "claims", "payload", "command") {
		return true
	}
	fn, ok := gocode.Outermost(cur)
	if !ok {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
		callee := gocode.Callee(pass.TypesInfo, c.Node().(*ast.CallExpr))
		name := gocode.FuncName(callee)
		switch {
		case strings.HasPrefix(name, "net/http.NewRequest"), strings.HasPrefix(name, "net/http.Client."), name == "net/http.Post":
			return true
		case name == "os.WriteFile", name == "os.OpenFile", strings.HasPrefix(name, "crypto/"), strings.HasPrefix(name, "golang.org/x/crypto/"):
			return true // analyzer filemode judges the file; what is encrypted is safe
		case callee != nil && gocode.HasWord(callee.Name(), "encrypt", "seal", "hash", "save", "store", "put"):
			return true
		}
	}
	return false
}

// search looks for a secret field in a type.
type search struct {
	format string
	tokens bool // whether tokens count, too
	seen   map[types.Type]bool
}

func (s *search) secret(t types.Type) string {
	if t == nil || s.seen[t] || len(s.seen) > 200 {
		return ""
	}
	s.seen[t] = true
	if marshalsItself(t, s.format) {
		return ""
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return s.secret(u.Elem())
	case *types.Slice:
		return s.secret(u.Elem())
	case *types.Array:
		return s.secret(u.Elem())
	case *types.Map:
		return s.secret(u.Elem())
	case *types.Struct:
		return s.inStruct(u)
	}
	return ""
}

func (s *search) inStruct(t *types.Struct) string {
	for i := range t.NumFields() {
		f := t.Field(i)
		name, kept := writtenAs(t.Tag(i), s.format)
		if !kept || !f.Exported() && !f.Embedded() {
			continue
		}
		if holdsText(f.Type(), s.format) && (s.isSecret(f.Name()) || s.isSecret(name) || s.isOnlyKey(t, f.Name(), name)) {
			return f.Name()
		}
		if inner := s.secret(f.Type()); inner != "" {
			return f.Name() + "." + inner
		}
	}
	return ""
}

// isOnlyKey reports whether a field is an access key without a secret beside it:
// then the key itself is the secret, as with storage accounts; beside one, it
// says whose the secret is.
func (s *search) isOnlyKey(t *types.Struct, names ...string) bool {
	isKey := func(name string) bool {
		words := gocode.Words(name)
		return len(words) > 1 && slices.Equal(words[len(words)-2:], []string{"access", "key"})
	}
	if !s.tokens || !slices.ContainsFunc(names, isKey) {
		return false
	}
	for i := range t.NumFields() {
		if gocode.HasWord(t.Field(i).Name(), "secret") {
			return false
		}
	}
	return true
}

func (s *search) isSecret(name string) bool {
	singular := strings.TrimSuffix(name, "s")
	if s.tokens && (gocode.IsCredential(name) || gocode.IsCredential(singular) || gocode.IsToken(name)) {
		return true
	}
	return gocode.IsCredential(name) && !gocode.HasWord(name, "token", "session", "csrf")
}

// writtenAs returns the name under which a field is written, or false where it
// is left out.
func writtenAs(tag, format string) (string, bool) {
	i := strings.Index(tag, format+`:"`)
	if i < 0 {
		return "", true
	}
	value, _, _ := strings.Cut(tag[i+len(format)+2:], `"`)
	name, _, _ := strings.Cut(value, ",")
	return name, value != "-"
}

// holdsText reports whether a field is text, bytes or a list of texts that
// writes what it holds.
func holdsText(t types.Type, format string) bool {
	for {
		if marshalsItself(t, format) {
			return false
		}
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			t = u.Elem()
			continue
		case *types.Slice:
			if !gocode.IsText(t) {
				t = u.Elem()
				continue
			}
		}
		return gocode.IsText(t)
	}
}

var marshalers = map[string][]string{
	"json": {"MarshalJSON", "MarshalText"},
	"xml":  {"MarshalXML", "MarshalText"},
	"yaml": {"MarshalYAML", "MarshalText"},
	"toml": {"MarshalTOML", "MarshalText"},
}

func marshalsItself(t types.Type, format string) bool {
	if _, ok := types.Unalias(t).(*types.Named); !ok {
		return false
	}
	set := types.NewMethodSet(types.NewPointer(t))
	return slices.ContainsFunc(marshalers[format], func(name string) bool { return set.Lookup(nil, name) != nil })
}
