package tlsverify

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

const skipped = "Someone whose certificate is refused by now can still connect by resuming an earlier session because this check is not made then."

// resumed reports configurations whose only check of their own is
// VerifyPeerCertificate, which resumed sessions do not come to: on servers, that
// is unless tickets are off, on clients only where they keep sessions.
func resumed(pass *analysis.Pass) {
	for cur := range gocode.All(pass, (*ast.CompositeLit)(nil)) {
		lit := cur.Node().(*ast.CompositeLit)
		check := gocode.Field(lit, "VerifyPeerCertificate")
		if check == nil || !gocode.IsType(pass.TypesInfo, lit, "crypto/tls.Config") || isNil(check.Value) {
			continue
		}
		if gocode.Field(lit, "VerifyConnection") != nil || off(pass.TypesInfo, lit) || isClient(lit) && gocode.Field(lit, "ClientSessionCache") == nil {
			continue
		}
		if !setsLater(pass.TypesInfo, cur) {
			gocode.Report(pass, check, "GOH-061", skipped)
		}
	}
}

func isNil(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "nil"
}

// off reports whether a configuration hands out no tickets, as far as can be
// seen.
func off(info *types.Info, lit *ast.CompositeLit) bool {
	tickets := gocode.Field(lit, "SessionTicketsDisabled")
	if tickets == nil {
		return false
	}
	v, known := gocode.Bool(info, tickets.Value)
	return !known || v
}

// isClient reports whether a configuration is a client's, by what only clients
// set.
func isClient(lit *ast.CompositeLit) bool {
	for _, name := range []string{"RootCAs", "ServerName", "InsecureSkipVerify", "GetClientCertificate"} {
		if gocode.Field(lit, name) != nil {
			return true
		}
	}
	return false
}

// setsLater reports whether the function around a configuration sets what makes
// the check hold.
func setsLater(info *types.Info, cur inspector.Cursor) bool {
	fn, ok := gocode.Outermost(cur)
	if !ok {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.AssignStmt)(nil)) {
		for _, lhs := range c.Node().(*ast.AssignStmt).Lhs {
			for _, name := range []string{"VerifyConnection", "SessionTicketsDisabled", "InsecureSkipVerify", "RootCAs", "ServerName"} {
				if isField(info, lhs, name) {
					return true
				}
			}
		}
	}
	return false
}
