package a

import "net/http"

func signedIn(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func requireAdmin(next http.HandlerFunc) http.HandlerFunc { return next }

func counted(next http.HandlerFunc) http.HandlerFunc { return next }

func list(w http.ResponseWriter, r *http.Request)   {}
func create(w http.ResponseWriter, r *http.Request) {}
func remove(w http.ResponseWriter, r *http.Request) {}

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders", signedIn(list))
	mux.HandleFunc("POST /orders", signedIn(create))
	mux.HandleFunc("GET /customers", counted(signedIn(list)))
	mux.HandleFunc("PUT /customers", signedIn(create))
	mux.HandleFunc("POST /products", signedIn(create))
	mux.HandleFunc("DELETE /orders/{id}", remove) // want `without signing in`
	mux.HandleFunc("GET /orders/{id}", list)      // want `without signing in`

	// Somebody counts, and that is all.
	mux.HandleFunc("PATCH /customers/{id}", counted(create)) // want `without signing in`

	// Everyone who signs in passes this check.
	mux.HandleFunc("POST /admin/users", signedIn(create)) // want `not what they may do`

	// This one asks for more.
	mux.HandleFunc("POST /admin/roles", requireAdmin(signedIn(create)))

	// These are made for everyone.
	mux.HandleFunc("GET /healthz", list)
	mux.HandleFunc("POST /login", create)
	mux.HandleFunc("GET /static/", list)
	mux.HandleFunc("POST /webhooks/payment", create)

	// Products may be looked at; only changes are checked.
	mux.HandleFunc("GET /products", list)

	// This handler asks itself.
	mux.HandleFunc("DELETE /customers/{id}", removeOwn)
	return mux
}

func currentUser(r *http.Request) string { return "" }

func removeOwn(w http.ResponseWriter, r *http.Request) { _ = currentUser(r) }
