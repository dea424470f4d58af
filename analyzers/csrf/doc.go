// Package csrf finds protection against forged requests that lets them through.
//
// # Analyzer csrf
//
// csrf: report exceptions that undo the protection against forged requests
//
// A page on another site makes the visitor's browser send a request, with the
// visitor's cookies. The protection refuses it, unless an exception covers it
// (CWE-352, CWE-346):
//
//	protection.AddInsecureBypassPattern("/")
//	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
//
// Except what needs it, by its whole path, and ask for the origin:
//
//	protection.AddInsecureBypassPattern("POST /webhooks/stripe")
//
// Reported are bypass patterns that cover every path, or that come from the
// request; websocket upgraders that accept every origin in a package that knows
// its callers by cookies (which browsers send along); trusted origins that are
// not encrypted. And routes that change something without the protection that
// routes beside it on the same router have, where callers are known by cookies:
//
//	mux.Handle("POST /profile", csrf.Protect(key)(profile))
//	mux.Handle("POST /password", password)
//
// Routes for other programs (webhooks, an API) and those that ask for a header
// no browser sends by itself are left out. A router without any protection is not
// reported: SameSite cookies, or a check in front of it, may well be enough.
package csrf
