// Package bcrypt is a hash for passwords; the old cipher is a part of it.
package bcrypt

import "crypto/des"

func setup(key []byte) { des.NewCipher(key) }
