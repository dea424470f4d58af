package integrity

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports encryption without anything that notices changes.
var Analyzer = &analysis.Analyzer{
	Name:     "integrity",
	Doc:      "report encryption without anything that notices changes",
	Requires: []*analysis.Analyzer{inspect.Analyzer},
	Run:      run,
}

const message = "Someone who can change this encrypted data changes what it says without being noticed, or decrypts it step by step, because nothing authenticates it."

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "crypto/cipher") || importsMAC(pass.Pkg) || callsMAC(pass) {
		return nil, nil
	}
	for cur, fn := range gocode.Calls(pass) {
		switch gocode.FuncName(fn) {
		case "crypto/cipher.NewCBCEncrypter", "crypto/cipher.NewCFBEncrypter":
		case "crypto/cipher.NewCTR", "crypto/cipher.NewOFB":
			if !encrypts(cur) {
				continue
			}
		default:
			continue
		}
		gocode.Report(pass, cur.Node(), "GOX-006", message)
	}
	return nil, nil
}

// macs are packages whose use authenticates messages.
var macs = []string{
	"crypto/hmac", "crypto/ed25519", "crypto/ecdsa", "crypto/rsa", "golang.org/x/crypto/chacha20poly1305", "golang.org/x/crypto/poly1305",
	"golang.org/x/crypto/blake2b", "golang.org/x/crypto/blake2s", "golang.org/x/crypto/nacl/secretbox", "golang.org/x/crypto/nacl/auth", "github.com/aead/cmac",
}

func importsMAC(pkg *types.Package) bool {
	if gocode.Imports(pkg, macs...) {
		return true
	}
	for _, imp := range pkg.Imports() {
		path := imp.Path()
		if gocode.HasWord(path[strings.LastIndexByte(path, '/')+1:], "hmac", "cmac", "gcm", "aead", "poly1305", "siv") {
			return true
		}
	}
	return false
}

// callsMAC reports whether a package makes an authenticating mode, or has a
// function that authenticates messages, by its name.
func callsMAC(pass *analysis.Pass) bool {
	for _, fn := range gocode.Calls(pass) {
		if strings.HasPrefix(gocode.FuncName(fn), "crypto/cipher.NewGCM") || gocode.HasWord(fn.Name(), "hmac", "mac", "cmac", "gmac", "tag", "authenticate", "ghash") {
			return true
		}
	}
	return false
}

// encrypts reports whether the function around the cursor makes a message
// unreadable: it neither decrypts, by its name, nor makes random numbers.
func encrypts(cur inspector.Cursor) bool {
	fn, ok := gocode.Outermost(cur)
	if !ok {
		return false
	}
	if gocode.HasWord(fn.Name, "random", "rand", "rng", "prng", "drbg", "reseed", "generate") {
		return false
	}
	words := gocode.Words(fn.Name)
	for _, w := range words {
		if strings.HasPrefix(w, "decrypt") || strings.HasPrefix(w, "decipher") || w == "open" || w == "decode" || w == "unwrap" || w == "reader" {
			return false
		}
	}
	return true
}
