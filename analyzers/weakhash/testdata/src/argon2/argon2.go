// Package argon2 is a slow hash; the fast one is its first step.
package argon2

import "crypto/sha512"

func initHash(password []byte) [64]byte { return sha512.Sum512(password) }
