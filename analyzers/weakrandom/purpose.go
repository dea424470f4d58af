package weakrandom

import (
	"go/ast"
	"strconv"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

const foreseeable = "Whoever gains by knowing these numbers in advance can compute them because they are made with math/rand, and nothing here says that nobody gains by that."

// open are words for what may be foreseen without harm.
var open = []string{
	"jitter", "backoff", "back", "delay", "wait", "interval", "sleep", "retry", "retries", "timeout", "period", "ticker", "duration", "ttl", "expire", "expiry",
	"sample", "sampler", "sampling", "sampled", "percent", "percentage", "probability", "ratio", "weight", "weighted", "chance", "rate", "canary", "rollout",
	"balance", "balancer", "picker", "peer", "server", "servers", "endpoint", "endpoints", "replica", "backend", "node", "shard", "port",
	"shuffle", "shuffled", "rotate", "noise", "mutate", "mutation", "fuzz", "simulate", "simulation", "bench", "benchmark", "fake", "faker", "mock", "dummy", "demo", "test", "fixture",
	"skip", "skiplist", "treap", "evict", "eviction", "color", "colour", "quote", "greeting", "game", "spread", "stagger", "splay", "anneal", "bootstrap",
}

// purposeless reports the imports of math/rand in a file that draws from it
// without a purpose in sight, in the first such file of a package. All of them
// are what is to be replaced.
func purposeless(pass *analysis.Pass) {
	for file := range gocode.Sources(pass) {
		specs := importsOf(file.Node().(*ast.File))
		if len(specs) == 0 || !drawsBlindly(pass, file) {
			continue
		}
		for _, spec := range specs {
			gocode.Report(pass, spec, "GOX-010", foreseeable)
		}
		return
	}
}

func importsOf(file *ast.File) []*ast.ImportSpec {
	var list []*ast.ImportSpec
	for _, spec := range file.Imports {
		if path, err := strconv.Unquote(spec.Path.Value); err == nil && gocode.PlainPath(path) == "math/rand" {
			list = append(list, spec)
		}
	}
	return list
}

// drawsBlindly reports whether a file draws a number whose purpose is not said
// by the names around it or by becoming a time.
func drawsBlindly(pass *analysis.Pass, file inspector.Cursor) bool {
	for cur := range file.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		if gocode.CallName(pass.TypesInfo, call) == "math/rand.New" {
			continue // a generator; what is drawn from it says what for
		}
		if isDraw(pass.TypesInfo, call) && !isOpen(pass, cur) {
			return true
		}
	}
	return false
}

func isOpen(pass *analysis.Pass, draw inspector.Cursor) bool {
	if fn, ok := gocode.Outermost(draw); ok && gocode.HasWord(fn.Name, open...) || gocode.HasWord(pass.Pkg.Name(), open...) {
		return true
	}
	for outer := range draw.Enclosing() {
		switch n := outer.Node().(type) {
		case *ast.CallExpr:
			fn := gocode.Callee(pass.TypesInfo, n)
			if gocode.IsType(pass.TypesInfo, n, "time.Duration") || fn != nil && gocode.HasWord(fn.Name(), open...) {
				return true
			}
		case *ast.IndexExpr:
			return true // one of several is picked
		case *ast.BinaryExpr:
			if gocode.IsType(pass.TypesInfo, n, "time.Duration") || n.Op.Precedence() == comparison {
				return true
			}
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if gocode.HasWord(gocode.NameOf(pass.TypesInfo, lhs), open...) {
					return true
				}
			}
		case *ast.ValueSpec:
			return gocode.HasWord(n.Names[0].Name, open...)
		case ast.Stmt:
			return false
		}
	}
	return false
}

// comparison is the precedence of <, == and their like.
const comparison = 3
