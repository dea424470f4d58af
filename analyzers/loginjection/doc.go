// Package loginjection finds data from outside in places where it does harm.
//
// # Analyzer loginjection
//
// loginjection: report outside data that is logged with its line breaks
//
// Someone who sends requests can forge entries of the log (CWE-117):
//
//	log.Printf("signed in: %s", r.FormValue("user"))
//
// They cannot where the data is checked or kept apart:
//
//	log.Printf("signed in: %q", r.FormValue("user"))
//
// Attributes of structured logs are escaped by their handlers and not reported. A logger
// of your own that escapes is not known.
// Data that went through a database, a file or a queue is not followed.
package loginjection
