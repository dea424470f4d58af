// Package errordetail finds internal error texts that are sent to callers.
//
// # Analyzer errordetail
//
// errordetail: report internal error texts sent to callers
//
// The text of an error names tables, files, hosts and libraries. Sent to
// whoever caused it, it helps to aim the next step (CWE-209):
//
//	http.Error(w, err.Error(), http.StatusInternalServerError)
//
// Log the text, and tell the caller what concerns them:
//
//	log.Printf("load order: %v", err)
//	http.Error(w, "the order could not be loaded", http.StatusInternalServerError)
//
// Reported is the text of a plain error in an answer of a handler that says
// that the server failed (a status of 500 and above, or none). Answers with a
// status of 400 to 499 tell callers what is wrong with their own request and
// are not, unless the error comes from a database or the file system. Errors of
// a type of their own are not, since their text is made for somebody. An answer
// written by a helper is missed.
package errordetail
