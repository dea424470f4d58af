// Package session keeps who is signed in.
package session

import (
	"math/rand"
	"net/http"
	"strconv"
	"sync"
)

// Store maps session tokens to customers.
type Store struct {
	mu     sync.Mutex
	signed map[string]string
}

// NewStore returns an empty store.
func NewStore() *Store { return &Store{signed: map[string]string{}} }

// Start signs a customer in and returns the token for the cookie.
func (s *Store) Start(customer string) string {
	token := strconv.FormatInt(rand.Int63(), 36)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.signed[token] = customer
	return token
}

// Customer returns who sent the request, or false.
func (s *Store) Customer(r *http.Request) (string, bool) {
	cookie, err := r.Cookie("session")
	if err != nil {
		return "", false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	customer, ok := s.signed[cookie.Value]
	return customer, ok
}

// Require lets only signed-in customers through.
func (s *Store) Require(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, ok := s.Customer(r); !ok {
			http.Error(w, "please sign in", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}
