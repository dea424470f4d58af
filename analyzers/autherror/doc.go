// Package autherror finds checks of callers whose failure goes unnoticed.
//
// # Analyzer autherror
//
// autherror: report checks of a caller whose failure is ignored or treated like success
//
// A check tells by its result that a password, token or signature is wrong. Where
// nobody looks at it, or the program goes on, everything passes (CWE-636, CWE-755):
//
//	bcrypt.CompareHashAndPassword(hash, password)
//	token, _ := jwt.ParseWithClaims(raw, claims, key)
//	if err := authenticate(r); err != nil {
//		log.Println(err)
//	}
//
// Stop where the check fails:
//
//	if err := authenticate(r); err != nil {
//		http.Error(w, "sign in first", http.StatusUnauthorized)
//		return
//	}
//
// Reported are results of known checks that are thrown away (an error left out of
// a list of results only where nothing asks the token whether it is valid), and,
// in handlers, failures of checks, known ones or those with a telling name, after
// which the handler goes on although the branch changes nothing. Whether a refusal
// that another function writes is one is not followed; an else, and a branch that
// sets a variable, are believed.
package autherror
