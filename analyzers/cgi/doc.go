// Package cgi finds programs that are started anew for each request.
//
// # Analyzer cgi
//
// cgi: report requests that are answered by starting a program (CGI)
//
// With CGI, headers of the request become environment variables of a program
// that runs with the server's rights. Whoever sends requests sets them, and what
// the program or its libraries make of them (HTTP_PROXY, for one) is open
// (CWE-829, CWE-454):
//
//	cgi.Serve(handler)
//
// Serve HTTP directly, or with FastCGI:
//
//	http.ListenAndServe("localhost:8080", handler)
//
// Reported is the use of net/http/cgi, on either side.
package cgi
