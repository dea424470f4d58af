// Package servertimeout finds HTTP servers that wait for slow clients without end.
//
// # Analyzer servertimeout
//
// servertimeout: report HTTP servers without a read timeout
//
// A client that sends its request one byte at a time holds a connection for as
// long as it likes. A few thousand of them, from one cheap machine, and nobody
// else is served (CWE-400, CWE-770):
//
//	http.ListenAndServe(":8080", mux)
//	&http.Server{Addr: ":8080", Handler: mux}
//
// Say how long the headers may take:
//
//	&http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 10 * time.Second}
//
// A server with ReadHeaderTimeout or ReadTimeout is not reported, also where
// it is set after the literal, nor one that listens on the machine itself only
// or on a Unix socket. A server that starts as a zero variable, or whose
// timeout is a variable that holds zero, is missed.
package servertimeout
