// Package web serves the shop's pages.
package web

import (
	"net/http"

	"example.com/shop/internal/cloud"
	"example.com/shop/internal/session"
	"example.com/shop/internal/store"
)

// Server holds what the handlers need.
type Server struct {
	Orders    *store.Orders
	Sessions  *session.Store
	Customers *cloud.Bucket
	Queue     *cloud.Queue
	Pictures  string
}

// Routes returns every page of the shop.
func (s *Server) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /search", s.Search)
	mux.HandleFunc("GET /avatar", s.Avatar)
	mux.HandleFunc("GET /rates", s.Rates)
	mux.HandleFunc("GET /picture/{name}", s.Picture)
	mux.HandleFunc("GET /invoice/{name}", s.Invoice)
	mux.HandleFunc("POST /login", s.Login)
	mux.HandleFunc("GET /next", s.Next)
	mux.HandleFunc("GET /back", s.Back)
	mux.HandleFunc("GET /orders", s.Sessions.Require(s.Mine))
	mux.HandleFunc("POST /order", s.Sessions.Require(s.Order))
	mux.HandleFunc("POST /address", s.Sessions.Require(s.Address))
	mux.HandleFunc("POST /thumbnail", s.Sessions.Require(s.Thumbnail))
	return mux
}
