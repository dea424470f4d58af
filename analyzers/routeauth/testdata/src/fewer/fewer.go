// Package fewer is mostly open; no majority says what is right.
package fewer

import "net/http"

func auth(next http.HandlerFunc) http.HandlerFunc { return next }

func page(w http.ResponseWriter, r *http.Request) {}

func routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /articles", page)
	mux.HandleFunc("POST /comments", page)
	mux.HandleFunc("POST /votes", page)
	mux.HandleFunc("POST /articles", auth(page))
	mux.HandleFunc("DELETE /articles", auth(page))
}
