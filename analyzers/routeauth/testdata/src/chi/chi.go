package chi

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

func authenticated(next http.Handler) http.Handler { return next }

func page(w http.ResponseWriter, r *http.Request) {}

func routes() chi.Router {
	r := chi.NewRouter()
	r.With(authenticated).Post("/invoices", page)
	r.Post("/payments", page) // want `without signing in`
	r.Group(func(r chi.Router) {
		r.Use(authenticated)
		// The group's middleware checks these.
		r.Post("/orders", page)
		r.Delete("/orders/{id}", page)
	})
	r.Route("/customers", func(r chi.Router) {
		r.Use(authenticated)
		r.Post("/", page)
	})
	return r
}
