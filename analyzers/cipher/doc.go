// Package cipher finds encryption that does not hold.
//
// # Analyzer cipher
//
// cipher: report broken ciphers, repeated nonces and short keys
//
// Three ways in which encryption fails quietly:
//
// A broken cipher or mode. DES and RC4 can be broken by whoever records the
// data; a block cipher applied block by block (ECB) shows which blocks are
// equal (CWE-327):
//
//	block, err := des.NewCipher(key)
//	for len(data) > 0 { block.Encrypt(dst, data); ... }
//
// A nonce or initialisation vector that is a constant, or that nobody ever
// fills: two messages with the same one give each other away, and with GCM the
// key for forgeries too (CWE-329, CWE-323):
//
//	gcm.Seal(nil, make([]byte, 12), text, nil)
//
// A key that is too short to last: RSA below 2048 bits, DSA of 1024 bits, the
// curve P-224 (CWE-326):
//
//	rsa.GenerateKey(rand.Reader, 1024)
//
// Use AES-GCM or ChaCha20-Poly1305 with a nonce from crypto/rand, or
// cipher.NewGCMWithRandomNonce. Decryption is not reported, since old data has
// to be read, nor a fixed nonce beside a key that the same function makes. What
// another function fills or makes is not seen. Block by block encryption is
// reported only where nothing in the function mixes blocks. Packages that are a
// hash for passwords (bcrypt is built from Blowfish) are left out; protocols
// that prescribe a fixed nonce with a key made elsewhere are reported wrongly.
package cipher
