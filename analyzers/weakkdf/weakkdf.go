package weakkdf

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports functions for passwords with too little work.
var Analyzer = &analysis.Analyzer{
	Name:     "weakkdf",
	Doc:      "report functions for passwords with too little work",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "An attacker who copies the stored hashes can recover the passwords because each try costs too little work here."

// work says where a function takes its amount of work and what is the least
// that helps; a second number multiplies the first.
type work struct {
	arg, times int // times is -1 where one number says it all
	least      int64
}

var works = map[string]work{
	"golang.org/x/crypto/bcrypt.GenerateFromPassword": {1, -1, 10},
	"golang.org/x/crypto/scrypt.Key":                  {2, -1, 1 << 14},
	"golang.org/x/crypto/argon2.IDKey":                {3, 2, 7 << 10},
	"golang.org/x/crypto/argon2.Key":                  {3, 2, 7 << 10},
	"golang.org/x/crypto/pbkdf2.Key":                  {2, -1, 100_000},
	"crypto/pbkdf2.Key":                               {3, -1, 100_000},
}

func run(pass *analysis.Pass) (any, error) {
	values := gocode.ValuesOf(pass)
	for cur, fn := range gocode.Calls(pass) {
		w, ok := works[gocode.FuncName(fn)]
		if !ok {
			continue
		}
		call := cur.Node().(*ast.CallExpr)
		amount, known := gocode.Int(pass.TypesInfo, values.Origin(call.Args[w.arg]))
		if known && w.times >= 0 {
			var passes int64
			passes, known = gocode.Int(pass.TypesInfo, values.Origin(call.Args[w.times]))
			amount *= passes
		}
		if known && amount < w.least && amount > 0 && !stretchesKey(pass, call) {
			gocode.Report(pass, call.Args[w.arg], "GOX-011", message)
		}
	}
	return nil, nil
}

// stretchesKey reports whether what goes in is a key, by its name: one that is
// random needs no work.
func stretchesKey(pass *analysis.Pass, call *ast.CallExpr) bool {
	for _, arg := range call.Args[:2] {
		if gocode.HasWord(gocode.NameOf(pass.TypesInfo, arg), "key", "seed", "entropy", "master", "shared", "ikm", "token") {
			return true
		}
	}
	return false
}
