// Package bodylimit finds request bodies that are read whole without a limit.
//
// # Analyzer bodylimit
//
// bodylimit: report request bodies that are read without a limit
//
// One request with an endless body fills the memory and ends the process, for
// everyone it serves (CWE-770):
//
//	body, err := io.ReadAll(r.Body)
//	err := json.NewDecoder(r.Body).Decode(&order)
//
// Say how large a body may be:
//
//	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
//
// Reported are bodies that a handler, or a function that a handler of the
// package hands its request to, reads into memory or decodes, and multipart
// forms, which fill the disk. Not reported is a function that limits the body
// itself or calls one in its package that does, a package that has a handler
// limiting bodies for others (http.MaxBytesHandler, or a middleware that sets
// r.Body, also one of a package that it imports), and copies to somewhere else than memory. A limit in a proxy, or set
// by a package that imports this one, is not seen. Bodies that only a framework
// touches (binding in gin or echo) are missed.
package bodylimit
