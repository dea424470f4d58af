# Cryptography: what comes out of it cannot be read as text any more, and what
# cannot be forged is not from outside.

package "crypto/aes" {
  clean = ["*", "*.*"]
}

package "crypto/des" {
  clean = ["*", "*.*"]
}

package "crypto/dsa" {
  clean = ["*", "*.*"]
}

package "crypto/ecdh" {
  clean = ["*", "Curve.*", "PrivateKey.*", "PublicKey.*"]
}

package "crypto/ecdsa" {
  clean = ["*", "*.*"]
}

package "crypto/ed25519" {
  clean = ["*", "*.*"]
}

package "crypto/elliptic" {
  clean = ["*", "*.*"]
}

package "crypto/hkdf" {
  clean = ["*", "*.*"]
}

package "crypto/hmac" {
  clean = ["*", "*.*"]
}

package "crypto/hpke" {
  clean = ["*", "*.*"]
}

package "crypto/md5" {
  clean = ["*", "*.*"]
}

package "crypto/mlkem" {
  clean = ["*", "*.*"]
}

package "crypto/pbkdf2" {
  clean = ["*", "*.*"]
}

package "crypto/rand" {
  clean = ["*", "*.*"]
}

package "crypto/rc4" {
  clean = ["*", "*.*"]
}

package "crypto/rsa" {
  flows = ["DecryptPKCS1v15: 2 -> 0", "DecryptOAEP: 3 -> 0"]
  clean = ["*", "PrivateKey.*", "PublicKey.*"]
}

package "crypto/sha1" {
  clean = ["*", "*.*"]
}

package "crypto/sha256" {
  clean = ["*", "*.*"]
}

package "crypto/sha3" {
  clean = ["*", "*.*"]
}

package "crypto/sha512" {
  clean = ["*", "*.*"]
}

package "crypto/cipher" {
  # What a caller sends encrypted is from outside once it is decrypted.
  flows = ["AEAD.Open: 2 -> 0", "Stream.XORKeyStream: 1 -> arg 0", "BlockMode.CryptBlocks: 1 -> arg 0", "Block.{Decrypt}: 1 -> arg 0", "StreamReader.Read: recv -> arg 0"]
  clean = ["*", "AEAD.{Seal,NonceSize,Overhead}", "Block.{Encrypt,BlockSize}", "BlockMode.BlockSize"]
}

package "hash" {
  clean = ["Hash.*", "Hash32.*", "Hash64.*"]
}

package "hash/adler32" {
  clean = ["*", "*.*"]
}

package "hash/crc32" {
  clean = ["*", "*.*"]
}

package "hash/crc64" {
  clean = ["*", "*.*"]
}

package "hash/fnv" {
  clean = ["*", "*.*"]
}

package "hash/maphash" {
  clean = ["*", "*.*"]
}

package "math" {
  clean = ["*", "*.*"]
}

package "math/big" {
  clean = ["*", "{Int,Float,Rat}.*"]
}

package "math/bits" {
  clean = ["*", "*.*"]
}

package "math/cmplx" {
  clean = ["*", "*.*"]
}

package "math/rand" {
  clean = ["*", "Rand.*", "Source.*"]
}

package "unicode" {
  clean = ["*", "*.*"]
}

package "runtime" {
  clean = ["*", "Func.*", "Frames.*"]
}

package "runtime/debug" {
  clean = ["*", "*.*"]
}

package "runtime/metrics" {
  clean = ["*", "*.*"]
}

package "runtime/trace" {
  clean = ["*", "*.*"]
}

package "os/signal" {
  clean = ["*", "*.*"]
}

package "image" {
  clean = ["*", "*.*"]
}

package "image/color" {
  clean = ["*", "*.*"]
}

package "image/draw" {
  clean = ["*", "*.*"]
}

package "image/gif" {
  clean = ["*", "*.*"]
}

package "image/jpeg" {
  clean = ["*", "*.*"]
}

package "image/png" {
  clean = ["*", "*.*"]
}

package "cmp" {
  clean = ["*", "*.*"]
}

package "index/suffixarray" {
  clean = ["*", "*.*"]
}

package "crypto/subtle" {
  clean = ["*"]
}

package "crypto/x509" {
  flows = ["{ParseCertificate,ParseCertificates,ParseCertificateRequest,ParsePKCS1PrivateKey,ParsePKCS8PrivateKey,ParsePKIXPublicKey,ParseECPrivateKey}: 0 -> 0"]
  clean = ["{NewCertPool,SystemCertPool,CreateCertificate,MarshalPKCS1PrivateKey,MarshalPKCS8PrivateKey,MarshalPKIXPublicKey}", "CertPool.*", "Certificate.{CheckSignature,CheckSignatureFrom,Equal,Verify,VerifyHostname}"]
}

package "crypto/x509/pkix" {
  flows = ["Name.String: recv -> 0", "RDNSequence.String: recv -> 0"]
}
