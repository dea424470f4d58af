// Package secretcompare finds secrets that are compared in a time that tells about them.
//
// # Analyzer secretcompare
//
// secretcompare: report secrets compared in a time that tells about them
//
// An ordinary comparison stops at the first difference. Whoever may try often
// enough and measures the time learns the secret, or a valid signature, byte by
// byte (CWE-208):
//
//	if r.Header.Get("X-Api-Key") == apiKey {
//	bytes.Equal(mac.Sum(nil), signature)
//
// Compare in constant time:
//
//	if subtle.ConstantTimeCompare([]byte(got), []byte(apiKey)) == 1 {
//	hmac.Equal(mac.Sum(nil), signature)
//
// Reported is a comparison of text or bytes with the result of a keyed hash,
// and one of something that a request brought with something called a secret,
// API key, signature and so on. Comparisons with a constant, of two things that
// both come from the request (a repeated password), of a field with the same
// field of another value (has it changed?), and checksums without a key are not
// reported. Secrets under other names, and values that another function took
// from the request, are missed unless their names say what they are.
package secretcompare
