package a

import (
	cryptorand "crypto/rand"
	"crypto/rsa"
	"fmt"
	"math/rand"
	"strings"
	"time"
)

const letters = "abcdefghijklmnopqrstuvwxyz"

func newSessionID() string {
	b := make([]byte, 16)
	for i := range b {
		b[i] = letters[rand.Intn(len(letters))] // want `predict this session id`
	}
	return string(b)
}

func GenerateToken() string {
	r := rand.New(rand.NewSource(time.Now().UnixNano()))
	var sb strings.Builder
	for range 20 {
		sb.WriteByte(letters[r.Intn(26)]) // want `predict this token`
	}
	return sb.String()
}

type user struct{ ResetToken string }

func reset(u *user) {
	u.ResetToken = fmt.Sprintf("%06d", rand.Intn(1_000_000)) // want `predict this reset token`
}

func literal() user {
	return user{ResetToken: fmt.Sprint(rand.Int63())} // want `predict this reset token`
}

func filled() []byte {
	key := make([]byte, 32)
	rand.Read(key) // want `predict this secret key`
	secretKey := key
	return secretKey
}

func mail(verificationCode int) {}

func sent() {
	mail(rand.Intn(1000000)) // want `predict this verification code`
}

func key() (*rsa.PrivateKey, error) {
	return rsa.GenerateKey(rand.New(rand.NewSource(1)), 2048) // want `predict this key`
}

// Waiting a random time needs no secrecy.
func backoff(attempt int) time.Duration {
	return time.Duration(rand.Intn(100*attempt)) * time.Millisecond
}

// A token that says where a list goes on is no secret.
func nextPageToken() string { return fmt.Sprint(rand.Int()) }

// This one is from crypto/rand.
func newToken() string {
	_ = rand.Intn(3)
	return cryptorand.Text()
}

// One of several servers is picked; the session is not made of it.
func pick(servers []string, sessionID string) string {
	server := servers[rand.Intn(len(servers))]
	return server + "/" + sessionID
}

// The number of tokens is not a token.
func tokenCount() int { return rand.Intn(10) }

// A key of a map is no secret.
func spread(n int) string {
	key := fmt.Sprint(rand.Intn(n))
	return "counter:" + key
}
