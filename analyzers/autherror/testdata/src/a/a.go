package a

import (
	"crypto/hmac"
	"errors"
	"log"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

func key(*jwt.Token) (any, error)            { return []byte(nil), nil }
func authenticate(r *http.Request) error     { return errors.New("no") }
func checkToken(r *http.Request) bool        { return false }
func verifyEmailFormat(address string) error { return nil }
func serve(w http.ResponseWriter)            {}

func login(hash, password []byte) {
	bcrypt.CompareHashAndPassword(hash, password)     // want `Anyone passes this check`
	_ = bcrypt.CompareHashAndPassword(hash, password) // want `Anyone passes this check`
}

func signed(mac, want []byte) {
	hmac.Equal(mac, want) // want `Anyone passes this check`
}

func claims(raw string) jwt.MapClaims {
	c := jwt.MapClaims{}
	token, _ := jwt.ParseWithClaims(raw, c, key) // want `Anyone passes this check`
	return token.Claims.(jwt.MapClaims)
}

// The token says itself that it is valid.
func valid(raw string) bool {
	token, _ := jwt.ParseWithClaims(raw, jwt.MapClaims{}, key)
	return token != nil && token.Valid
}

func compared(hash, password []byte) bool {
	return bcrypt.CompareHashAndPassword(hash, password) == nil
}

func logged(w http.ResponseWriter, r *http.Request) {
	if err := authenticate(r); err != nil { // want `goes on when the check fails`
		log.Println(err)
	}
	serve(w)
}

// The answer says no, and the handler goes on.
func answered(w http.ResponseWriter, r *http.Request) {
	if !checkToken(r) { // want `goes on when the check fails`
		http.Error(w, "sign in first", http.StatusUnauthorized)
	}
	serve(w)
}

func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := authenticate(r) // want `goes on when the check fails`
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}

func stopped(w http.ResponseWriter, r *http.Request) {
	if err := authenticate(r); err != nil {
		http.Error(w, "sign in first", http.StatusUnauthorized)
		return
	}
	serve(w)
}

// Nothing follows.
func last(w http.ResponseWriter, r *http.Request) {
	if err := authenticate(r); err != nil {
		http.Error(w, "sign in first", http.StatusUnauthorized)
	}
}

func otherwise(w http.ResponseWriter, r *http.Request) {
	if err := authenticate(r); err != nil {
		http.Error(w, "sign in first", http.StatusUnauthorized)
	} else {
		serve(w)
	}
	log.Println("done")
}

// What follows asks again.
func asked(w http.ResponseWriter, r *http.Request) {
	err := authenticate(r)
	if err != nil {
		log.Println(err)
	}
	if err == nil {
		serve(w)
	}
}

// Visitors are anonymous until they sign in.
func anonymous(w http.ResponseWriter, r *http.Request) {
	name := "somebody"
	if !checkToken(r) {
		name = "nobody"
	}
	log.Println(name)
	serve(w)
}

// No check of a caller.
func format(w http.ResponseWriter, r *http.Request) {
	if err := verifyEmailFormat(r.FormValue("email")); err != nil {
		log.Println(err)
	}
	serve(w)
}
