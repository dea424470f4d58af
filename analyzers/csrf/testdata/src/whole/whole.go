// Package whole knows its callers by a header alone, so no cookie can be abused.
package whole

import (
	"net/http"

	"github.com/gorilla/csrf"
)

var page http.Handler

func set(key []byte) *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("POST /profile", csrf.Protect(key)(page))
	mux.Handle("POST /password", page)
	return mux
}
