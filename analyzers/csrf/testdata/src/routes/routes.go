package routes

import (
	"net/http"

	"github.com/gorilla/csrf"
)

func signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("session"); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func byToken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

var page http.Handler

func set(key []byte) *http.ServeMux {
	mux := http.NewServeMux()
	noForgery := csrf.Protect(key)
	mux.Handle("POST /profile", csrf.Protect(key)(signedIn(page)))
	mux.Handle("POST /password", signedIn(page))  // want `A foreign web page can make a visitor's browser call this route`
	mux.Handle("DELETE /account", signedIn(page)) // want `lacks the protection against forged requests`

	mux.Handle("GET /profile", signedIn(page)) // changes nothing
	mux.Handle("POST /webhooks/payments", page)
	mux.Handle("POST /import", byToken(page)) // no browser sends the header
	_ = noForgery
	return mux
}

func cross() *http.ServeMux {
	mux := http.NewServeMux()
	protection := http.NewCrossOriginProtection()
	mux.Handle("POST /a", protection.Handler(signedIn(page)))
	mux.Handle("POST /b", protection.Handler(signedIn(page)))
	mux.Handle("POST /c", signedIn(page)) // want `lacks the protection`
	return mux
}

// None of its routes is protected: the whole router may be.
func unprotected(key []byte) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /profile", signedIn(page))
	mux.Handle("POST /password", signedIn(page))
	return csrf.Protect(key)(mux)
}
