// Package cors finds servers that let any web page read answers meant for a signed-in user.
//
// # Analyzer cors
//
// cors: report servers that allow every origin with credentials
//
// A page that the victim opens elsewhere sends requests with the victim's
// cookies, and the browser lets that page read the answers because the server
// said so (CWE-942):
//
//	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
//	w.Header().Set("Access-Control-Allow-Credentials", "true")
//
// Allow the origins that you know:
//
//	if allowed[origin] {
//		w.Header().Set("Access-Control-Allow-Origin", origin)
//	}
//
// By hand, a function that allows credentials and gives back the caller's
// origin without looking at it is reported; a comparison with the empty string
// is no look, and a test of the beginning or the middle of the origin, or of an
// end that does not start at a dot, lets strangers through and is reported too;
// a literal "*" is not, because browsers then refuse the credentials.
// In rs/cors, gin-contrib/cors, echo and fiber: credentials together with the
// origin "*" or a function that always agrees. Public answers without
// credentials are not reported.
package cors
