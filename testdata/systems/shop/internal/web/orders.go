package web

import (
	"encoding/json"
	"net/http"
)

// Search finds orders by item, sorted as the customer likes.
func (s *Server) Search(w http.ResponseWriter, r *http.Request) {
	orders, err := s.Orders.Search(r.URL.Query().Get("q"), r.URL.Query().Get("sort"))
	if err != nil {
		http.Error(w, "no result", http.StatusInternalServerError)
		return
	}
	writeJSON(w, orders)
}

// Mine shows the orders of who is signed in.
func (s *Server) Mine(w http.ResponseWriter, r *http.Request) {
	customer, _ := s.Sessions.Customer(r)
	orders, err := s.Orders.Of(customer)
	if err != nil {
		http.Error(w, "no result", http.StatusInternalServerError)
		return
	}
	writeJSON(w, orders)
}

// Order puts an order into the queue.
func (s *Server) Order(w http.ResponseWriter, r *http.Request) {
	var order struct {
		Item string `json:"item"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<16)).Decode(&order); err != nil {
		http.Error(w, "not an order", http.StatusBadRequest)
		return
	}
	customer, _ := s.Sessions.Customer(r)
	if err := s.Queue.Send(r.Context(), map[string]string{"customer": customer, "item": order.Item}); err != nil {
		http.Error(w, "try again", http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

func writeJSON(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(value)
}
