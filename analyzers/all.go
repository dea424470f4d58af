// Package analyzers lists the checks that threatvet makes of Go code. Each is
// an ordinary go/analysis analyzer that can be used by itself.
package analyzers

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/analyzers/acceptance"
	"github.com/threatvet/threatvet/analyzers/archivetraversal"
	"github.com/threatvet/threatvet/analyzers/bodylimit"
	"github.com/threatvet/threatvet/analyzers/cgi"
	"github.com/threatvet/threatvet/analyzers/cipher"
	"github.com/threatvet/threatvet/analyzers/clienttimeout"
	"github.com/threatvet/threatvet/analyzers/commandinjection"
	"github.com/threatvet/threatvet/analyzers/cookie"
	"github.com/threatvet/threatvet/analyzers/cors"
	"github.com/threatvet/threatvet/analyzers/csrf"
	"github.com/threatvet/threatvet/analyzers/decompress"
	"github.com/threatvet/threatvet/analyzers/dirlisting"
	"github.com/threatvet/threatvet/analyzers/errordetail"
	"github.com/threatvet/threatvet/analyzers/filemode"
	"github.com/threatvet/threatvet/analyzers/handlerpanic"
	"github.com/threatvet/threatvet/analyzers/hardcoded"
	"github.com/threatvet/threatvet/analyzers/headerinjection"
	"github.com/threatvet/threatvet/analyzers/jwt"
	"github.com/threatvet/threatvet/analyzers/ldapinjection"
	"github.com/threatvet/threatvet/analyzers/listen"
	"github.com/threatvet/threatvet/analyzers/loginjection"
	"github.com/threatvet/threatvet/analyzers/nosqlinjection"
	"github.com/threatvet/threatvet/analyzers/openredirect"
	"github.com/threatvet/threatvet/analyzers/ownercheck"
	"github.com/threatvet/threatvet/analyzers/pastedvalue"
	"github.com/threatvet/threatvet/analyzers/pathtraversal"
	"github.com/threatvet/threatvet/analyzers/plaintext"
	"github.com/threatvet/threatvet/analyzers/pprof"
	"github.com/threatvet/threatvet/analyzers/reflectname"
	"github.com/threatvet/threatvet/analyzers/requestforgery"
	"github.com/threatvet/threatvet/analyzers/routeauth"
	"github.com/threatvet/threatvet/analyzers/seclog"
	"github.com/threatvet/threatvet/analyzers/secretcompare"
	"github.com/threatvet/threatvet/analyzers/secretfield"
	"github.com/threatvet/threatvet/analyzers/servertimeout"
	"github.com/threatvet/threatvet/analyzers/sharedurl"
	"github.com/threatvet/threatvet/analyzers/sqlinjection"
	"github.com/threatvet/threatvet/analyzers/sshverify"
	"github.com/threatvet/threatvet/analyzers/tempfile"
	"github.com/threatvet/threatvet/analyzers/templateinjection"
	"github.com/threatvet/threatvet/analyzers/tlsverify"
	"github.com/threatvet/threatvet/analyzers/tlsversion"
	"github.com/threatvet/threatvet/analyzers/weakhash"
	"github.com/threatvet/threatvet/analyzers/weakrandom"
	"github.com/threatvet/threatvet/analyzers/webhook"
	"github.com/threatvet/threatvet/analyzers/xss"
	"github.com/threatvet/threatvet/internal/gosystem/fragment"
)

// All is every analyzer, and the one that reads what a package contributes to
// the model of its system.
var All = []*analysis.Analyzer{
	acceptance.Analyzer,
	archivetraversal.Analyzer,
	bodylimit.Analyzer,
	cgi.Analyzer,
	cipher.Analyzer,
	clienttimeout.Analyzer,
	commandinjection.Analyzer,
	cookie.Analyzer,
	cors.Analyzer,
	csrf.Analyzer,
	decompress.Analyzer,
	dirlisting.Analyzer,
	errordetail.Analyzer,
	filemode.Analyzer,
	fragment.Analyzer,
	handlerpanic.Analyzer,
	hardcoded.Analyzer,
	headerinjection.Analyzer,
	jwt.Analyzer,
	ldapinjection.Analyzer,
	listen.Analyzer,
	loginjection.Analyzer,
	nosqlinjection.Analyzer,
	openredirect.Analyzer,
	ownercheck.Analyzer,
	pastedvalue.Analyzer,
	pathtraversal.Analyzer,
	plaintext.Analyzer,
	pprof.Analyzer,
	reflectname.Analyzer,
	requestforgery.Analyzer,
	routeauth.Analyzer,
	seclog.Analyzer,
	secretcompare.Analyzer,
	secretfield.Analyzer,
	servertimeout.Analyzer,
	sharedurl.Analyzer,
	sqlinjection.Analyzer,
	sshverify.Analyzer,
	tempfile.Analyzer,
	templateinjection.Analyzer,
	tlsverify.Analyzer,
	tlsversion.Analyzer,
	weakhash.Analyzer,
	weakrandom.Analyzer,
	webhook.Analyzer,
	xss.Analyzer,
}
