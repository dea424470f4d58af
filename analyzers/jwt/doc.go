// Package jwt finds login tokens that are believed without a full check.
//
// # Analyzer jwt
//
// jwt: report login tokens whose signature or algorithm is not checked
//
// Whoever writes a token with any name in it is that user, because the claims
// are read without a look at the signature (GOH-001, CWE-347):
//
//	token, _, err := parser.ParseUnverified(text, claims)
//
// With a key function that hands out a key whatever the algorithm, the sender
// of the token chooses how it is checked (GOH-002, CWE-757):
//
//	jwt.Parse(text, func(t *jwt.Token) (any, error) { return key, nil })
//
// Say which algorithms are right:
//
//	jwt.Parse(text, keyFunc, jwt.WithValidMethods([]string{"RS256"}))
//
// Reading without verification is not reported where the same function also
// verifies a token, or uses only its header (to find the key). A key function
// that looks at the token's method or algorithm is a check, and so is one that
// hands out nothing but a []byte, which fits an HMAC only; one that comes from
// elsewhere gets the benefit of the doubt. Covered are golang-jwt and its
// ancestor, go-jose and lestrrat-go/jwx, and the "none" method.
package jwt
