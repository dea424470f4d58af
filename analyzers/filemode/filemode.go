package filemode

import (
	"fmt"
	"go/ast"
	"os"
	"path"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports files that everyone on the machine can change, and secrets
// that everyone can read.
var Analyzer = &analysis.Analyzer{
	Name:     "filemode",
	Doc:      "report files that everyone on the machine can change, and secrets that everyone can read",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	threat   = "GOH-045"
	writable = "Any other account on this machine can change this file and so what the program does with it because it is made writable for everyone."
	umask    = "Any other account on this machine can change what is made here, wherever the umask of the process does not take that right away, because it is made writable for everyone."
	shared   = "Any other account on this machine can read what is written here because the file is made readable for everyone in a folder that everyone can enter."
	readable = "Any other account on this machine can read this secret because its file is made readable for everyone."
)

// creation says where a function that makes a file, or sets its mode, takes
// path, content and mode; -1 where it takes none.
type creation struct{ path, content, mode int }

var creations = map[string]creation{
	"os.WriteFile":        {0, 1, 2},
	"io/ioutil.WriteFile": {0, 1, 2},
	"os.Create":           {0, -1, -1}, // 0666, less the umask
	"os.OpenFile":         {0, -1, 2},
	"os.Mkdir":            {0, -1, 1},
	"os.MkdirAll":         {0, -1, 1},
	"os.Chmod":            {0, -1, 1},
	"os.File.Chmod":       {-1, -1, 0},
	"os.Root.OpenFile":    {0, -1, 2},
	"os.Root.WriteFile":   {0, 1, 2},
	"os.Root.Mkdir":       {0, -1, 1},
	"os.Root.Chmod":       {0, -1, 1},
	"syscall.Chmod":       {0, -1, 1},
}

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "os", "io/ioutil", "syscall") {
		return nil, nil
	}
	for cur, fn := range gocode.Calls(pass) {
		name := gocode.FuncName(fn)
		at, ok := creations[name]
		if !ok {
			continue
		}
		call := cur.Node().(*ast.CallExpr)
		if at.mode < 0 {
			if isSecret(pass, call, at) {
				gocode.Report(pass, call, threat, readable)
			}
			continue
		}
		mode, ok := gocode.Int(pass.TypesInfo, call.Args[at.mode])
		switch {
		case !ok:
		case mode&0o002 != 0 && takesEffect(name, mode):
			gocode.Report(pass, call.Args[at.mode], threat, writable, narrower(call.Args[at.mode], mode&^0o022)...)
		case mode&0o002 != 0 && mode&sticky == 0:
			gocode.Report(pass, call.Args[at.mode], "GOH-056", umask)
		case mode&0o004 != 0 && !strings.HasSuffix(name, "Mkdir") && !strings.HasSuffix(name, "MkdirAll") && isSecret(pass, call, at):
			gocode.Report(pass, call.Args[at.mode], threat, readable, narrower(call.Args[at.mode], mode&^0o077)...)
		case mode&0o004 != 0 && writesFile(pass, name, call) && inTemp(pass, call.Args[at.path]):
			gocode.Report(pass, call.Args[at.mode], threat, shared, narrower(call.Args[at.mode], mode&^0o077)...)
		}
	}
	return nil, nil
}

// sticky is the bit of a folder that is shared on purpose, as a number and as
// fs.ModeSticky.
const sticky = 0o1000 | 1<<20

// narrower replaces a mode that is written as a number.
func narrower(arg ast.Expr, mode int64) []analysis.SuggestedFix {
	if _, ok := arg.(*ast.BasicLit); !ok {
		return nil
	}
	return gocode.Fix("Keep other accounts out", gocode.Replace(arg, fmt.Sprintf("0o%o", mode)))
}

// takesEffect reports whether the write bit for others survives: Chmod is not
// subject to the umask; 0777 and 0666 leave the choice to it; a directory with
// the sticky bit is shared on purpose.
func takesEffect(name string, mode int64) bool {
	if mode&sticky != 0 {
		return false
	}
	if strings.HasSuffix(name, "Chmod") {
		return true
	}
	perm := mode & 0o777
	return perm != 0o777 && perm != 0o666
}

// writesFile reports whether a call makes a file to be written.
func writesFile(pass *analysis.Pass, name string, call *ast.CallExpr) bool {
	if strings.HasSuffix(name, "WriteFile") {
		return true
	}
	flags, ok := gocode.Int(pass.TypesInfo, call.Args[min(1, len(call.Args)-1)])
	return strings.HasSuffix(name, "OpenFile") && ok && flags&int64(os.O_CREATE) != 0 && flags&int64(os.O_WRONLY|os.O_RDWR) != 0
}

// inTemp reports whether a path lies in a folder for everyone's temporary
// files.
func inTemp(pass *analysis.Pass, target ast.Expr) bool {
	values := gocode.ValuesOf(pass)
	if joined, ok := gocode.IsCall(pass.TypesInfo, values.Origin(target), "path/filepath.Join", "path.Join"); ok && len(joined.Args) > 0 {
		target = joined.Args[0]
	}
	if _, ok := gocode.IsCall(pass.TypesInfo, values.Origin(target), "os.TempDir"); ok {
		return true
	}
	text, ok := values.Text(target)
	return ok && (strings.HasPrefix(text+"/", "/tmp/") || strings.HasPrefix(text+"/", "/var/tmp/"))
}

// isSecret reports whether the path or the content of a file speaks of a
// secret.
func isSecret(pass *analysis.Pass, call *ast.CallExpr, at creation) bool {
	if at.content >= 0 && gocode.IsCredential(gocode.NameOf(pass.TypesInfo, call.Args[at.content])) {
		return true
	}
	if at.path < 0 {
		return false
	}
	target := call.Args[at.path]
	if joined, ok := gocode.IsCall(pass.TypesInfo, gocode.ValuesOf(pass).Origin(target), "path/filepath.Join", "path.Join"); ok {
		target = joined.Args[len(joined.Args)-1]
	}
	text, ok := gocode.ValuesOf(pass).Text(target)
	if !ok {
		return gocode.HasWord(gocode.NameOf(pass.TypesInfo, target), "secret", "password", "credentials") ||
			gocode.HasWord(gocode.NameOf(pass.TypesInfo, target), "key") && gocode.HasWord(gocode.NameOf(pass.TypesInfo, target), "private", "secret")
	}
	return namesSecret(text)
}

func namesSecret(file string) bool {
	base := strings.ToLower(path.Base(file))
	switch path.Ext(base) {
	case ".key", ".p12", ".pfx", ".keystore", ".jks":
		return true
	case ".pem":
		return gocode.HasWord(base, "key", "privkey") && !gocode.HasWord(base, "pub", "public")
	case ".pub", ".crt", ".cer", ".go", ".html", ".md", ".json5":
		return false
	}
	switch base {
	case "id_rsa", "id_ed25519", "id_ecdsa", ".env", ".netrc", ".pgpass", "credentials", ".git-credentials", "kubeconfig":
		return true
	}
	return gocode.HasWord(base, "password", "passwords", "secret", "secrets", "token", "credentials", "privkey")
}
