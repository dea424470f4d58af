// Package api holds handlers that another package registers.
package api

import (
	"context"
	"net/http"
)

type key struct{ name string }

var userKey = key{"user"}

// User returns who calls.
func User(ctx context.Context) any { return ctx.Value(userKey) }

func Asks(w http.ResponseWriter, r *http.Request) { // want Asks:"asks who calls"
	if User(r.Context()) == nil {
		http.NotFound(w, r)
	}
}

func Refuses(w http.ResponseWriter, r *http.Request) { // want Refuses:"asks who calls"
	if r.URL.Query().Get("x") == "" {
		w.WriteHeader(http.StatusForbidden)
	}
}

// Made returns a handler.
func Made() http.Handler { // want Made:"asks who calls"
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, _, ok := r.BasicAuth(); !ok {
			http.NotFound(w, r)
		}
	})
}

type Orders struct{}

func (*Orders) Delete(w http.ResponseWriter, r *http.Request) { // want Delete:"asks who calls"
	if User(r.Context()) == nil {
		http.NotFound(w, r)
	}
}

// Purge asks nobody.
func (*Orders) Purge(w http.ResponseWriter, r *http.Request) {}

// Open asks nobody, although another function of its package does.
func Open(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) }

// Count is no handler.
func Count(token string) int { return len(authorize(token)) }

func authorize(token string) string { return token }
