// Package gcm keeps the old way beside the new one, for what it must still
// write.
package gcm

import "crypto/cipher"

func Encrypt(block cipher.Block, nonce, text []byte) ([]byte, error) {
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	return aead.Seal(nil, nonce, text, nil), nil
}

func EncryptOld(block cipher.Block, iv, text []byte) {
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(text, text)
}
