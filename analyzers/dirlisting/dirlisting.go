package dirlisting

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports folders that are served with a list of their files.
var Analyzer = &analysis.Analyzer{
	Name:     "dirlisting",
	Doc:      "report folders that are served with a list of their files",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	threat = "GOH-026"
	listed = "Anyone who reaches this server can list and download what lies in this folder, backups and configuration too, because it is served with listings."
	root   = "Anyone who reaches this server can read every file that the program can because the root of the file system is served."
)

// shared says where a function takes the folder that it serves, and where the
// switch that turns listings on, or -1.
var shared = map[string]struct{ folder, on int }{
	"net/http.FileServer":                     {0, -1},
	"net/http.FileServerFS":                   {0, -1},
	"github.com/gin-gonic/gin.Dir":            {0, 1},
	"github.com/gin-contrib/static.LocalFile": {0, 1},
}

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "net/http", "github.com/gin-gonic/gin", "github.com/gin-contrib/static") {
		return nil, nil
	}
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		at, ok := shared[gocode.FuncName(fn)]
		if !ok {
			continue
		}
		if at.on >= 0 {
			if on, known := gocode.Bool(pass.TypesInfo, call.Args[at.on]); !known || !on {
				continue
			}
		}
		folder := call.Args[at.folder]
		if at.on < 0 {
			folder = folderOf(pass, folder)
		}
		if folder != nil {
			report(pass, call, folder)
		}
	}
	return nil, nil
}

// folderOf returns the folder behind http.Dir or os.DirFS, or nil for a file
// system of another kind.
func folderOf(pass *analysis.Pass, fs ast.Expr) ast.Expr {
	made, ok := gocode.ValuesOf(pass).Origin(fs).(*ast.CallExpr)
	if !ok || len(made.Args) != 1 {
		return nil
	}
	if inner, ok := gocode.Conversion(pass.TypesInfo, made); ok && gocode.IsType(pass.TypesInfo, made, "net/http.Dir") {
		return inner
	}
	switch gocode.CallName(pass.TypesInfo, made) {
	case "os.DirFS":
		return made.Args[0]
	case "net/http.FS":
		return folderOf(pass, made.Args[0])
	}
	return nil
}

func report(pass *analysis.Pass, call *ast.CallExpr, folder ast.Expr) {
	text, known := gocode.ValuesOf(pass).Text(folder)
	switch {
	case known && text == "/":
		gocode.Report(pass, call, threat, root)
	case known && isPublic(text), !known && isPublic(gocode.NameOf(pass.TypesInfo, folder)):
	default:
		gocode.Report(pass, call, threat, listed)
	}
}

// isPublic reports whether the name of a folder says that all of it is meant
// for everyone.
func isPublic(folder string) bool {
	last := strings.Trim(folder, "/")
	last = last[strings.LastIndexByte(last, '/')+1:]
	return gocode.HasWord(last, "public", "static", "asset", "assets", "www", "htdocs", "html", "dist", "build", "css", "js", "img", "image", "images",
		"font", "fonts", "media", "web", "webroot", "site", "docs", "doc", "frontend", "client", "ui", "wwwroot")
}
