package across

import (
	"net/http"

	"across/api"
)

func requireLogin(next http.HandlerFunc) http.Handler { return next }

func list(w http.ResponseWriter, r *http.Request) {}

func routes(mux *http.ServeMux, orders *api.Orders) {
	mux.Handle("POST /orders", requireLogin(list))
	mux.Handle("PUT /orders", requireLogin(list))
	mux.Handle("PATCH /orders", requireLogin(list))
	mux.Handle("PATCH /items", requireLogin(list))
	mux.Handle("PUT /items", requireLogin(list))
	mux.Handle("PUT /carts", requireLogin(list))
	mux.Handle("POST /carts", requireLogin(list))
	mux.Handle("PUT /prices", requireLogin(list))
	mux.Handle("POST /prices", requireLogin(list))
	mux.HandleFunc("POST /asks", api.Asks)
	mux.HandleFunc("POST /refuses", api.Refuses)
	mux.Handle("POST /made", api.Made())
	mux.Handle("POST /converted", http.HandlerFunc(api.Asks))
	mux.HandleFunc("DELETE /orders", orders.Delete)
	mux.HandleFunc("DELETE /carts", orders.Purge) // want `without signing in`
	mux.HandleFunc("POST /open", api.Open)        // want `without signing in`
	mux.HandleFunc("POST /through", func(w http.ResponseWriter, r *http.Request) { api.Asks(w, r) })
}
