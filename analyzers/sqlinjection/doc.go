// Package sqlinjection finds data from outside in places where it does harm.
//
// # Analyzer sqlinjection
//
// sqlinjection: report SQL text that is put together from outside data
//
// Someone who sends requests can read or change rows that are not theirs (CWE-89):
//
//	db.Query("SELECT * FROM t WHERE name = '" + r.FormValue("name") + "'")
//
// They cannot where the data is checked or kept apart:
//
//	db.Query("SELECT * FROM t WHERE name = $1", r.FormValue("name"))
//
// Bound parameters are never reported. Query builders are known where the library data
// describes them; stored procedures that build text are not seen.
// Data that went through a database, a file or a queue is not followed.
package sqlinjection
