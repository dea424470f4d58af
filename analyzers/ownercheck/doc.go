// Package ownercheck finds handlers that fetch any record that a request names.
//
// # Analyzer ownercheck
//
// ownercheck: report records read or changed by an id from the request, whoever asks
//
// A signed-in user changes the number in the address and gets another
// customer's record, because the query looks for the number alone (CWE-639):
//
//	user := currentUser(r)
//	db.QueryRow("SELECT total FROM orders WHERE id = $1", r.PathValue("id"))
//
// Ask for the record of this user:
//
//	db.QueryRow("SELECT total FROM orders WHERE id = $1 AND user_id = $2", r.PathValue("id"), user.ID)
//
// Reported is a handler that finds out who calls, and runs a constant query (of
// database/sql, pgx, sqlx or gorm) for an id from the path or the query string
// without giving it the caller, directly or through one function of the package
// that is given the id alone. Not reported is one that, anywhere in it, compares
// the caller with something, hands the caller and something else to a function,
// looks at the caller's role, or asks a function that speaks of permission; nor a
// handler that does not know its caller. A rule inside the database (row level
// security), or a store in another package, is not seen.
package ownercheck
