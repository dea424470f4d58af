package tempfile

import (
	"go/ast"
	"go/token"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports temporary files with foreseeable names.
var Analyzer = &analysis.Analyzer{
	Name:     "tempfile",
	Doc:      "report temporary files with foreseeable names",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "Another user or process on this machine can read, replace or redirect this temporary file because its name can be foreseen and the place is open to everyone."

func run(pass *analysis.Pass) (any, error) {
	if gocode.Imports(pass.Pkg, "github.com/aws/aws-lambda-go/lambda") {
		return nil, nil
	}
	f := &finder{pass, gocode.ValuesOf(pass)}
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		if f.creates(gocode.FuncName(fn), call) && f.isForeseeable(call.Args[0]) {
			gocode.Report(pass, call.Args[0], "GOH-044", message)
		}
	}
	return nil, nil
}

type finder struct {
	*analysis.Pass
	values *gocode.Assigned
}

// creates reports whether a call makes the file or directory that its first
// argument names, or takes one that is there already.
func (f *finder) creates(name string, call *ast.CallExpr) bool {
	switch name {
	case "os.Create", "os.WriteFile", "io/ioutil.WriteFile", "os.MkdirAll":
		return true
	case "os.OpenFile":
		flags, ok := gocode.Int(f.TypesInfo, call.Args[1])
		return ok && flags&int64(os.O_CREATE) != 0 && flags&int64(os.O_EXCL) == 0
	}
	return false
}

// isForeseeable reports whether a path lies in a directory for temporary files
// and others can tell its name.
func (f *finder) isForeseeable(path ast.Expr) bool {
	parts := f.parts(path)
	if len(parts) == 0 || !f.startsInTemp(parts[0]) {
		return false
	}
	for _, part := range parts[1:] {
		if !f.isGuessable(part) {
			return false
		}
	}
	if text, ok := f.values.Text(parts[0]); ok {
		return len(parts) > 1 || !isTempDir(strings.TrimRight(text, "/"))
	}
	return len(parts) > 1
}

// parts splits a path into what it is joined, added or formatted from.
func (f *finder) parts(e ast.Expr) []ast.Expr {
	if _, ok := f.values.Text(e); ok {
		return []ast.Expr{e}
	}
	switch e := f.values.Origin(e).(type) {
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return append(f.parts(e.X), f.parts(e.Y)...)
		}
	case *ast.CallExpr:
		switch gocode.CallName(f.TypesInfo, e) {
		case "path/filepath.Join", "path.Join", "fmt.Sprintf", "fmt.Sprint":
			var all []ast.Expr
			for _, arg := range e.Args {
				all = append(all, f.parts(arg)...)
			}
			return all
		}
	}
	return []ast.Expr{e}
}

func (f *finder) startsInTemp(e ast.Expr) bool {
	if text, ok := f.values.Text(e); ok {
		return strings.HasPrefix(text, "/tmp/") || strings.HasPrefix(text, "/var/tmp/") || isTempDir(text)
	}
	return gocode.CallName(f.TypesInfo, f.values.Origin(e)) == "os.TempDir"
}

func isTempDir(path string) bool { return path == "/tmp" || path == "/var/tmp" }

// isGuessable reports whether others can tell a part of a name: a constant, a
// process id, the time.
func (f *finder) isGuessable(e ast.Expr) bool {
	if f.TypesInfo.Types[e].Value != nil {
		return true
	}
	if _, ok := f.values.Text(e); ok {
		return true
	}
	e = f.values.Origin(e)
	if call, ok := gocode.IsCall(f.TypesInfo, e, "strconv.Itoa"); ok {
		return f.isGuessable(call.Args[0])
	}
	name := gocode.CallName(f.TypesInfo, e)
	return name == "os.Getpid" || name == "time.Now" || strings.HasPrefix(name, "time.Time.")
}
