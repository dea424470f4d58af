package a

import (
	"crypto/sha256"
	"log"
	"log/slog"
	"net/http"

	"go.uber.org/zap"
)

type user struct {
	Name     string
	Password string
	SSN      string
}

func login(name, password string) {
	log.Printf("login %s with %s", name, password) // want `learns this secret`
}

func fields(u user) {
	slog.Info("saved", "ssn", u.SSN) // want `learns this secret`
}

func whole(u *user) {
	log.Printf("saved %+v", u) // want `learns this secret`
}

func header(w http.ResponseWriter, r *http.Request) {
	log.Println("call", r.Header.Get("Authorization")) // want `learns this secret`
}

func headers(w http.ResponseWriter, r *http.Request) {
	log.Printf("call %v", r.Header) // want `learns this secret`
}

func added(accessToken string) {
	log.Print("token: " + accessToken) // want `learns this secret`
}

func inZap(l *zap.Logger, token string) {
	l.Info("issued", zap.String("token", token)) // want `learns this secret`
}

// How long it is tells nothing.
func length(password string) { log.Printf("%d characters", len(password)) }

func mask(secret string) string { return secret[:2] + "…" }

// Somebody took care.
func masked(apiKey string) { log.Printf("key %s", mask(apiKey)) }

// A sum does not give the key away.
func sum(apiKey string) { log.Printf("key %x", sha256.Sum256([]byte(apiKey))) }

// Whether one is there is no secret.
func present(password string) { log.Printf("password given: %t", password != "") }

// Where it lies is no secret.
func place(passwordFile, secretName string) {
	log.Printf("reading %s for %s", passwordFile, secretName)
}

// One field of many.
func one(u user) { log.Printf("saved %s", u.Name) }

type guarded struct{ Password string }

func (guarded) String() string { return "guarded" }

// The type says how it is printed.
func itself(g guarded) { log.Printf("%v", g) }

// The word alone is no secret.
func word() { log.Print("password required") }

// Another header.
func agent(r *http.Request) { log.Print(r.Header.Get("User-Agent")) }

type Logger interface {
	Infof(format string, args ...any)
	Valid(password string) bool
}

func inOwn(l Logger, password string) {
	l.Infof("login with %s", password) // want `learns this secret`
}

// This asks and writes nothing.
func asks(l Logger, password string) bool { return l.Valid(password) }
