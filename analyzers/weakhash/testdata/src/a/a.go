package a

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"

	"golang.org/x/crypto/bcrypt"
)

func stored(password string) string {
	sum := sha256.Sum256([]byte(password)) // want `made to be fast`
	return hex.EncodeToString(sum[:])
}

type user struct {
	Name     string
	Password string
}

func salted(u user, salt string) string {
	text := salt + u.Password
	return fmt.Sprintf("%x", md5.Sum([]byte(text))) // want `made to be fast`
}

func written(userPassword string) []byte {
	h := sha512.New()
	io.WriteString(h, userPassword) // want `made to be fast`
	return h.Sum(nil)
}

func fromForm(r *http.Request) []byte {
	h := md5.New()
	h.Write([]byte(r.FormValue("password"))) // want `made to be fast`
	return h.Sum(nil)
}

// A random token cannot be guessed, however fast the hash is.
func token(apiToken string) [32]byte { return sha256.Sum256([]byte(apiToken)) }

// A file's checksum is no secret.
func checksum(passwordFile []byte) [32]byte { return sha256.Sum256(passwordFile) }

// bcrypt takes 72 bytes; hashing first is the advice.
func prehash(password string) ([]byte, error) {
	sum := sha512.Sum512([]byte(password))
	return bcrypt.GenerateFromPassword(sum[:], bcrypt.DefaultCost)
}

// What is hashed is the hash that is stored already.
func version(passwordHash []byte) [32]byte { return sha256.Sum256(passwordHash) }

// Without the key, the sum is of no use.
func keyed(key []byte, password string) []byte {
	m := hmac.New(sha256.New, key)
	m.Write([]byte(password))
	return m.Sum(nil)
}

// HTTP digest authentication prescribes MD5.
func digest(name, realm, password string) [16]byte {
	return md5.Sum([]byte(name + ":" + realm + ":" + password))
}

// Password files of web servers prescribe SHA-1.
func htpasswd(name, password string) string {
	sum := sha1.Sum([]byte(password)) // want `no longer resists that`
	return name + ":{SHA}" + base64.StdEncoding.EncodeToString(sum[:])
}

// The length is not the password.
func length(password string) [32]byte {
	return sha256.Sum256([]byte{byte(len(password))})
}
