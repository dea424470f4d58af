package a

import (
	"crypto/aes"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"net/http"
	"net/url"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/sessions"
)

var signingKey = []byte("secret") // want `can forge sessions`

func sign(t *jwt.Token) (string, error) { return t.SignedString(signingKey) }

func parse(token string) (*jwt.Token, error) {
	return jwt.Parse(token, func(*jwt.Token) (any, error) {
		return []byte("another secret"), nil // want `can forge sessions`
	})
}

var store = sessions.NewCookieStore([]byte("cookie-key")) // want `can forge sessions`

func call(req *http.Request) {
	req.SetBasicAuth("billing", "Xk29-bLw7")                // want `in our name`
	req.Header.Set("Authorization", "Bearer 8f2c1d77ab01e") // want `in our name`
}

const dsn = "postgres://shop:Xk29-bLw7@db.internal/shop" // want `open the database`

func open() (*sql.DB, error) { return sql.Open("postgres", dsn) }

func openMySQL() (*sql.DB, error) {
	return sql.Open("mysql", "shop:hunter2@tcp(db:3306)/shop") // want `open the database`
}

func openPairs() (*sql.DB, error) {
	return sql.Open("postgres", "host=db user=shop password=hunter2") // want `open the database`
}

func encrypt() {
	key, _ := hex.DecodeString("6368616e676520746869732070617373") // want `decrypt or forge`
	aes.NewCipher(key)
}

func tag() {
	hmac.New(sha256.New, []byte("k3y")) // want `decrypt or forge`
}

var raw = []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16} // want `decrypt or forge`

func encryptRaw() { aes.NewCipher(raw) }

// The environment brings the key.
func signFromEnv(t *jwt.Token) (string, error) {
	return t.SignedString([]byte(os.Getenv("SIGNING_KEY")))
}

// The key function's second result may well be constant.
func parseWith(token string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(token, func(*jwt.Token) (any, error) { return key, nil })
}

// There is no password.
func openTrusted() (*sql.DB, error) { return sql.Open("postgres", "postgres://shop@db.internal/shop") }

// A database on the machine itself is a developer's.
func openLocal() (*sql.DB, error) {
	return sql.Open("postgres", "postgres://shop:Xk29-bLw7@localhost/shop")
}

// A scheme without a credential, and one for a page of help.
func headers(req *http.Request, token string) {
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Authorization", "Bearer <token>")
	req.Header.Set("Content-Type", "application/json; v=8f2c1d77")
}

var fallback = []byte("development")

// The constant is replaced where the environment says so.
func configured(t *jwt.Token) (string, error) {
	if key := os.Getenv("KEY"); key != "" {
		fallback = []byte(key)
	}
	return t.SignedString(fallback)
}

// What is shown in the place of a password is none.
func shown(user string) *url.Userinfo { return url.UserPassword(user, "xxxxx") }

// A weak name, but a value that only chance makes.
const cred = "Kx8dlq2pTz0vUoIKLlka98098sdf012UrL2" // want `because it is written in the code`

var bearer = "Bearer: 2lkjdfoiuwer092834kjdwf09" // want `because it is written in the code`

// A weak name, and words.
const (
	tokenKind = "github-installation-access-token-v2"
	passText  = "please-enter-your-pass-phrase"
	tokenHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
)
