// Package middleware limits bodies for all its handlers.
package middleware

import (
	"io"
	"net/http"
)

func Limit(next http.Handler) http.Handler { // want Limit:"limits bodies"
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
		next.ServeHTTP(w, r)
	})
}

func all(w http.ResponseWriter, r *http.Request) { io.ReadAll(r.Body) }
