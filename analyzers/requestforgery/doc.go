// Package requestforgery finds data from outside in places where it does harm.
//
// # Analyzer requestforgery
//
// requestforgery: report requests to addresses that come from outside
//
// Someone who sends requests can reach servers that only this program can reach, such as the metadata service of its machine (CWE-918):
//
//	http.Get(r.FormValue("url"))
//
// They cannot where the data is checked or kept apart:
//
//	u, err := url.Parse(r.FormValue("url"))
//	if err != nil || !allowed[u.Host] {
//		return
//	}
//	http.Get(u.String())
//
// A value that can only change the path or query of a fixed host is not reported, nor
// one whose host was compared with a constant or looked up in a list. Redirects that
// the requested server sends are not seen.
// Data that went through a database, a file or a queue is not followed.
package requestforgery
