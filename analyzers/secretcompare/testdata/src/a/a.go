package a

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
)

type server struct {
	apiKey   string
	password string
}

func (s *server) byKey(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Api-Key") == s.apiKey { // want `byte by byte`
		return
	}
}

func (s *server) byBasic(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	if !ok || name != "admin" || password != s.password { // want `byte by byte`
		return
	}
}

func (s *server) byAuthorization(r *http.Request, expected string) bool {
	return r.Header.Get("Authorization") == expected // want `byte by byte`
}

func sum(key, body []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	return mac.Sum(nil)
}

func signed(key, body, signature []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	return bytes.Equal(mac.Sum(nil), signature) // want `byte by byte`
}

func signedHex(key, body []byte, header string) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	want := hex.EncodeToString(mac.Sum(nil))
	return want == header // want `byte by byte`
}

func elsewhere(expectedSignature, signature string) bool {
	return expectedSignature == signature // want `byte by byte`
}

// Constant time.
func (s *server) constant(r *http.Request) bool {
	return subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Api-Key")), []byte(s.apiKey)) == 1
}

func signedWell(key, body, signature []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	return hmac.Equal(mac.Sum(nil), signature)
}

// Nothing is compared with nothing.
func (s *server) present(r *http.Request) bool { return r.Header.Get("X-Api-Key") != "" }

// The user typed both.
func repeated(r *http.Request) bool {
	return r.FormValue("password") == r.FormValue("password_again")
}

// Has it changed?
func changed(a, b *server) bool { return a.password != b.password }

// A checksum has no key; everyone can compute it.
func same(a, b []byte) bool {
	x, y := sha256.Sum256(a), sha256.Sum256(b)
	return bytes.Equal(x[:], y[:])
}

// Names of pages are no secret.
func page(r *http.Request, last string) bool { return r.FormValue("page_token") == last }

// Pieces of a text.
func word(token, next string) bool { return token == next }

// The length is not the secret.
func length(token, apiKey string) bool { return len(token) == len(apiKey) }

// The name of a header is no secret.
func header(name, apiKeyHeaderName string) bool { return name == apiKeyHeaderName }
