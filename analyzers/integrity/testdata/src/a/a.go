package a

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"io"
)

func encryptCBC(block cipher.Block, iv, text []byte) {
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(text, text) // want `Someone who can change this encrypted data`
}

func seal(key, text []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	out := make([]byte, aes.BlockSize+len(text))
	if _, err := io.ReadFull(rand.Reader, out[:aes.BlockSize]); err != nil {
		return nil, err
	}
	cipher.NewCTR(block, out[:aes.BlockSize]).XORKeyStream(out[aes.BlockSize:], text) // want `without being noticed`
	return out, nil
}

func old(block cipher.Block, iv, text []byte) {
	cipher.NewCFBEncrypter(block, iv).XORKeyStream(text, text) // want `without being noticed`
}

// What comes back is old data, which has to be read.
func decrypt(block cipher.Block, iv, text []byte) {
	cipher.NewCTR(block, iv).XORKeyStream(text, text)
}

func read(block cipher.Block, iv, text []byte) {
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(text, text)
}

// A generator of random numbers encrypts nothing.
func newRandom(block cipher.Block, iv []byte) cipher.Stream {
	return cipher.NewCTR(block, iv)
}
