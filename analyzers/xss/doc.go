// Package xss finds data from outside in places where it does harm.
//
// # Analyzer xss
//
// xss: report outside data that is written into a page unescaped
//
// Someone who sends requests can run script in the page of a victim (CWE-79):
//
//	fmt.Fprintf(w, "<p>Hello %s", r.FormValue("name"))
//
// They cannot where the data is checked or kept apart:
//
//	fmt.Fprintf(w, "<p>Hello %s", html.EscapeString(r.FormValue("name")))
//
// An answer whose content type was set to something that is no page is not reported.
// html/template escapes by itself; conversions to its trusted types are reported.
// What is stored and shown later is not seen.
// Data that went through a database, a file or a queue is not followed.
package xss
