// Package sharedurl finds addresses that one request changes for all others.
//
// # Analyzer sharedurl
//
// sharedurl: report addresses of the package that a request changes in place
//
// A *url.URL is a pointer. A handler that changes one that belongs to the
// package changes it for every request that comes after, and at the same time:
// the next visitor gets the token of the last (CWE-488, CWE-362):
//
//	var target, _ = url.Parse("https://example.com")
//
//	u := target
//	u.RawQuery = "token=" + token
//
// Change a copy:
//
//	u := *target
//
// Reported are assignments to a field of a *url.URL that is a variable of the
// package, or a field of the receiver, in a function that answers requests.
// URLs made in the function, the request's own, and copies are not.
package sharedurl
