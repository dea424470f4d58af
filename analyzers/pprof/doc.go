// Package pprof finds profiling and debug pages that are served with everything else.
//
// # Analyzer pprof
//
// pprof: report debug pages on a public listener
//
// Whoever reaches the port can read the program's memory, with the secrets in
// it, its command line and call paths, and slow it down by profiling it
// (CWE-489, CWE-215):
//
//	import _ "net/http/pprof"
//
//	http.ListenAndServe(":8080", nil)
//
// Serve them on the machine itself, on a router of their own:
//
//	http.ListenAndServe("localhost:6060", debug)
//
// The import of net/http/pprof or expvar puts the pages on the default router;
// that is reported where the package also serves it on the network, or where it
// serves it on an unknown address and puts pages of its own on it. Pages that
// are put on another router are reported where that router is served on the
// network or has other pages too. Pages behind a wrapper or an option are not.
// A router that is handed to another package with nothing else on it is missed.
package pprof
