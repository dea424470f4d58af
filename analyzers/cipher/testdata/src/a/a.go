package a

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/dsa"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/rc4"
	"crypto/rsa"
	"crypto/sha256"
	"io"
)

func triple(key []byte) (cipher.Block, error) {
	return des.NewTripleDESCipher(key) // want `the cipher is broken`
}

func stream(key []byte) (*rc4.Cipher, error) {
	return rc4.NewCipher(key) // want `the cipher is broken`
}

func ecb(key, data []byte) []byte {
	block, _ := aes.NewCipher(key)
	out := make([]byte, len(data))
	for i := 0; i < len(data); i += block.BlockSize() {
		block.Encrypt(out[i:], data[i:]) // want `encrypted on its own`
	}
	return out
}

func ecbShrinking(block cipher.Block, dst, src []byte) {
	for len(src) > 0 {
		block.Encrypt(dst, src) // want `encrypted on its own`
		src = src[block.BlockSize():]
		dst = dst[block.BlockSize():]
	}
}

// A counter is encrypted, and somebody else mixes it with the data.
func keyStream(block cipher.Block, counter, out []byte) {
	for i := 0; i < len(out); i += block.BlockSize() {
		block.Encrypt(out[i:], counter)
		counter[15]++
	}
}

// A single block is how a check value is made.
func single(block cipher.Block, in []byte) []byte {
	out := make([]byte, block.BlockSize())
	block.Encrypt(out, in)
	return out
}

// This is a mode: blocks are mixed.
func chained(block cipher.Block, iv, data []byte) {
	for i := 0; i < len(data); i += 16 {
		for j := range 16 {
			data[i+j] ^= iv[j]
		}
		block.Encrypt(data[i:i+16], data[i:i+16])
		iv = data[i : i+16]
	}
}

func zeroNonce(aead cipher.AEAD, text []byte) []byte {
	nonce := make([]byte, aead.NonceSize())
	return aead.Seal(nil, nonce, text, nil) // want `same nonce`
}

var iv = []byte("0123456789abcdef")

func constantIV(block cipher.Block) cipher.BlockMode {
	return cipher.NewCBCEncrypter(block, iv) // want `same nonce`
}

func literalIV(block cipher.Block) cipher.Stream {
	return cipher.NewCTR(block, []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}) // want `same nonce`
}

func arrayIV(block cipher.Block) cipher.Stream {
	var zero [16]byte
	return cipher.NewCTR(block, zero[:]) // want `same nonce`
}

// The nonce is filled before it is used.
func random(aead cipher.AEAD, text []byte) []byte {
	nonce := make([]byte, aead.NonceSize())
	if _, err := io.ReadFull(rand.Reader, nonce); err != nil {
		return nil
	}
	return aead.Seal(nonce, nonce, text, nil)
}

// Somebody else fills the nonce.
func counted(aead cipher.AEAD, text []byte, fill func([]byte)) []byte {
	nonce := make([]byte, 12)
	fill(nonce)
	return aead.Seal(nil, nonce, text, nil)
}

// A counter is written into the nonce.
func numbered(aead cipher.AEAD, n byte, text []byte) []byte {
	nonce := make([]byte, 12)
	nonce[11] = n
	return aead.Seal(nil, nonce, text, nil)
}

// The caller brings the nonce.
func given(aead cipher.AEAD, nonce, text []byte) []byte {
	return aead.Seal(nil, nonce, text, nil)
}

// The key is made here and used once.
func once(secret, salt, text []byte) ([]byte, error) {
	key, err := hkdf.Key(sha256.New, secret, salt, "file", 32)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	return aead.Seal(nil, make([]byte, 12), text, nil), nil
}

// Old data has to be read.
func decrypt(block cipher.Block) cipher.BlockMode {
	return cipher.NewCBCDecrypter(block, iv)
}

const bits = 1024

func short() {
	rsa.GenerateKey(rand.Reader, bits)                      // want `the key is too short`
	ecdsa.GenerateKey(elliptic.P224(), rand.Reader)         // want `the key is too short`
	dsa.GenerateParameters(nil, rand.Reader, dsa.L1024N160) // want `the key is too short`
}

// These are long enough.
func long() {
	rsa.GenerateKey(rand.Reader, 3072)
	ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
}

// The caller decides.
func chosen(n int) { rsa.GenerateKey(rand.Reader, n) }

// Whichever it is, it is the same one every time.
func oneOfTwo(aead cipher.AEAD, text []byte, night bool) []byte {
	return aead.Seal(nil, func() []byte { // want `the same nonce`
		if night {
			return []byte("nightly-once")
		}
		return []byte("daily-nonces")
	}(), text, nil)
}
