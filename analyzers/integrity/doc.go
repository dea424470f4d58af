// Package integrity finds encryption that does not notice changes.
//
// # Analyzer integrity
//
// integrity: report encryption without anything that notices changes
//
// CBC, CTR, CFB and OFB hide what a message says, and decrypt whatever they are
// given. Who can change the message changes the text under it, bit by bit, or
// decrypts it by watching which changes are refused (CWE-649, CWE-353):
//
//	stream := cipher.NewCTR(block, iv)
//	stream.XORKeyStream(out, text)
//
// Use a mode that authenticates, or authenticate what was encrypted:
//
//	gcm, err := cipher.NewGCM(block)
//	out := gcm.Seal(nonce, nonce, text, nil)
//
// Reported is encryption with these modes in a package that uses no message
// authentication at all: no HMAC, GCM, Poly1305, CMAC or signature. Which of
// several messages is authenticated is not asked. Functions that only decrypt,
// and streams that are a source of random numbers, are not reported.
package integrity
