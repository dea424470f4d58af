// Package pastedvalue finds values that are pasted into SQL or a shell's text.
//
// # Analyzer pastedvalue
//
// pastedvalue: report values of a caller or operator that are pasted into SQL or a shell's text
//
// The function does not know what it is given. Whoever decides the value decides
// what the query or the command does (CWE-89, CWE-78):
//
//	func find(db *sql.DB, email string) { db.Query(fmt.Sprintf("SELECT * FROM users WHERE email = '%s'", email)) }
//
// Hand the value over apart from the text:
//
//	db.Query("SELECT * FROM users WHERE email = $1", email)
//
// Analyzers sqlinjection and commandinjection report what is proven to come
// from a request. This one reports, as unlikely (GOS-006), text parameters in
// the place of a value (after a comparison, in quotes, in VALUES), and the
// command line, flags, environment and standard input anywhere in a query or in
// what a shell runs. Names of tables and columns, for which no parameter exists,
// numbers, and texts or beginnings of them that a caller hands over are not reported, unless a name
// says that people type them (username); nor is
// what lies on a line with a proven finding.
package pastedvalue
