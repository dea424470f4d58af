// Package hardcoded finds secrets written in the source.
//
// # Analyzer hardcoded
//
// hardcoded: report secrets written in the source
//
// Everyone who can read the source, or the program file, has the secret, and
// changing it takes a release (CWE-798, CWE-321):
//
//	token.SignedString([]byte("a-key-in-the-code"))
//	req.SetBasicAuth("billing", "Xk29-bLw7")
//	sql.Open("postgres", "postgres://shop:Xk29-bLw7@db/shop")
//
// Read it when the program starts, from a secret store or the environment:
//
//	token.SignedString(config.SigningKey)
//
// A constant is reported by its use where one is known: as the key of a token
// (GOH-003), to prove who we are to another service (GOC-006), as the key of a
// cipher or of a keyed hash (GOX-008), as a password for a database (SEC-003).
// Apart from a use, it is reported where it has the form of a known kind of
// token or private key, or where it is given to something called a password,
// secret, API key and so on, and looks like one: long enough, with letters and
// digits mixed, no sentence, path, address, placeholder or name of an
// environment variable.
//
// A literal that has the form of a key and says that it is an example is reported
// as unlikely (GOC-009): a key of somebody is to be written there.
//
// Database addresses on the machine itself are not reported, nor tests. A
// constant that is only a default, with an assignment that may replace it, is
// missed, as is one that travels through another function.
package hardcoded
