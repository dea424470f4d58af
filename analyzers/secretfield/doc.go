// Package secretfield finds secrets that leave the program inside a larger value.
//
// # Analyzer secretfield
//
// secretfield: report secret fields that are serialised along with the rest of a value
//
// An encoder writes every exported field. Whoever gets the answer, the file or
// the message gets the password too (CWE-499, CWE-200):
//
//	type User struct {
//		Name     string
//		Password string
//	}
//
//	json.NewEncoder(w).Encode(user)
//
// Leave the field out, or answer with a type of its own:
//
//	Password string `json:"-"`
//
// A field is a secret if its name, or the name under which it is written, is
// one and it holds text. In the answer to a request that is GOH-049; elsewhere,
// where nobody sees who gets the text, it is reported as unlikely (GOH-055).
// Not reported are types with a marshaler of their own and what those marshal,
// fields that are left out or of a type that writes itself, a request to another
// service that this function sends (it has to prove who it is), files made for
// their owner only, answers of functions that ask one named after administrators
// (checkAdmin), and tokens that a login hands out by answering with them.
// Values of an interface type, and fields that a caller clears, are missed.
package secretfield
