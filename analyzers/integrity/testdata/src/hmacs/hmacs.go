// Package hmacs authenticates what it encrypts.
package hmacs

import (
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
)

func Encrypt(block cipher.Block, macKey, iv, text []byte) []byte {
	cipher.NewCTR(block, iv).XORKeyStream(text, text)
	mac := hmac.New(sha256.New, macKey)
	mac.Write(iv)
	mac.Write(text)
	return mac.Sum(text)
}
