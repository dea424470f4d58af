package weakhash

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

const collides = "Whoever supplies the data can make two texts with the same hash, and have one pass for the other wherever this hash is trusted, because %s no longer resists that."

// broken are the functions that hash with an algorithm for which somebody has
// found two texts with the same hash.
var broken = map[string]string{
	"crypto/md5.New":                    "MD5",
	"crypto/md5.Sum":                    "MD5",
	"crypto/sha1.New":                   "SHA-1",
	"crypto/sha1.Sum":                   "SHA-1",
	"golang.org/x/crypto/md4.New":       "MD4",
	"golang.org/x/crypto/ripemd160.New": "RIPEMD-160",
}

// harmless are words for what needs no resistance: a label, a spread over
// places, or what a protocol prescribes.
var harmless = []string{
	"etag", "cache", "cached", "gravatar", "avatar", "uuid", "guid", "websocket", "accept", "git", "blob", "commit", "dedup", "dedupe", "duplicate",
	"shard", "partition", "bucket", "ring", "label", "short", "shorten", "slug", "color", "colour", "seed", "memo", "realm", "digest", "pwned",
	"content", "kid", "ski", "thumbprint", "torrent", "lock", "changed", "annotation", "suffix", "revision",
}

// collisions reports the first use of each broken hash in the package whose
// purpose is not seen to be harmless.
func collisions(pass *analysis.Pass, reported map[ast.Node]bool) {
	done := map[string]bool{}
	for cur, fn := range gocode.Calls(pass) {
		algorithm := broken[gocode.FuncName(fn)]
		if algorithm == "" || done[algorithm] || reported[cur.Node()] || isHarmless(pass, cur) {
			continue
		}
		done[algorithm] = true
		gocode.Report(pass, cur.Node(), "GOX-009", strings.Replace(collides, "%s", algorithm, 1))
	}
}

// isHarmless looks at the names around a use: of its function, and of what
// takes the hash.
func isHarmless(pass *analysis.Pass, cur inspector.Cursor) bool {
	if fn, ok := gocode.Outermost(cur); ok && gocode.HasWord(fn.Name, harmless...) {
		return true
	}
	for outer := range cur.Enclosing((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.KeyValueExpr)(nil), (*ast.CallExpr)(nil)) {
		switch n := outer.Node().(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if gocode.HasWord(gocode.NameOf(pass.TypesInfo, lhs), harmless...) {
					return true
				}
			}
		case *ast.ValueSpec:
			if gocode.HasWord(n.Names[0].Name, harmless...) {
				return true
			}
		case *ast.KeyValueExpr:
			if gocode.HasWord(gocode.NameOf(pass.TypesInfo, n.Key), harmless...) {
				return true
			}
		case *ast.CallExpr:
			if fn := gocode.Callee(pass.TypesInfo, n); fn != nil && gocode.HasWord(fn.Name(), harmless...) {
				return true
			}
		}
	}
	return false
}
