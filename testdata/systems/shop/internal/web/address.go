package web

import (
	"io"
	"net/http"
)

// Address stores where a customer lives.
func (s *Server) Address(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "not an address", http.StatusBadRequest)
		return
	}
	customer, _ := s.Sessions.Customer(r)
	if err := s.Customers.Put(r.Context(), customer+".json", body); err != nil {
		http.Error(w, "try again", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
