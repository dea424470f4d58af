package collision

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"encoding/hex"
	"io"
)

func verify(release io.Reader, want string) bool {
	h := sha1.New() // want `SHA-1 no longer resists that`
	io.Copy(h, release)
	return hex.EncodeToString(h.Sum(nil)) == want
}

// Said once for the package is enough.
func verifyAgain(release []byte) [20]byte { return sha1.Sum(release) }

func seal(document []byte) [16]byte {
	return md5.Sum(document) // want `MD5 no longer resists that`
}

// Collisions do not help against a keyed hash.
func keyed(key, text []byte) []byte {
	m := hmac.New(sha1.New, key)
	m.Write(text)
	return m.Sum(nil)
}
