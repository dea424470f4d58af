package a

import (
	"context"
	"database/sql"
	"encoding/json"
	"log"
	"net/http"
	"strconv"
)

type user struct {
	ID    int
	Admin bool
}

func currentUser(r *http.Request) *user { return nil }

type ctxKey struct{ name string }

var userKey = ctxKey{"user"}

type order struct{ ID, UserID int }

type server struct{ db *sql.DB }

func (s *server) order(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	if u == nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	id, _ := strconv.Atoi(r.PathValue("id"))
	var o order
	s.db.QueryRow("SELECT id FROM orders WHERE id = $1", id).Scan(&o.ID) // want `changing the id`
	json.NewEncoder(w).Encode(o)
}

func (s *server) remove(w http.ResponseWriter, r *http.Request) {
	caller := r.Context().Value(userKey)
	log.Printf("%v removes", caller)
	s.db.ExecContext(r.Context(), `DELETE FROM orders WHERE id = $1`, r.URL.Query().Get("order_id")) // want `changing the id`
}

func (s *server) load(ctx context.Context, id string) (*order, error) {
	o := &order{}
	return o, s.db.QueryRowContext(ctx, "SELECT id, user_id FROM orders WHERE id = $1", id).Scan(&o.ID, &o.UserID)
}

func (s *server) throughStore(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	log.Print(u)
	o, _ := s.load(r.Context(), r.PathValue("id")) // want `changing the id`
	json.NewEncoder(w).Encode(o)
}

// The query is limited to the caller.
func (s *server) own(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	s.db.QueryRow("SELECT id FROM orders WHERE id = $1 AND user_id = $2", r.PathValue("id"), u.ID)
}

// The record's owner is compared with the caller.
func (s *server) compared(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	o, _ := s.load(r.Context(), r.PathValue("id"))
	if o.UserID != u.ID {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	json.NewEncoder(w).Encode(o)
}

func mayRead(u *user, o *order) bool { return true }

// A function decides.
func (s *server) decided(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	o, _ := s.load(r.Context(), r.PathValue("id"))
	if mayRead(u, o) {
		json.NewEncoder(w).Encode(o)
	}
}

// Only administrators get this far.
func (s *server) forAdmins(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	if !u.Admin {
		return
	}
	s.db.QueryRow("SELECT id FROM orders WHERE id = $1", r.PathValue("id"))
}

// Who calls is not known here: products are for everyone.
func (s *server) product(w http.ResponseWriter, r *http.Request) {
	s.db.QueryRow("SELECT name FROM products WHERE id = $1", r.PathValue("id"))
}

// The caller's own id is no choice of theirs.
func (s *server) profile(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	s.db.QueryRow("SELECT name FROM users WHERE id = $1", u.ID)
}

// A search word is no id.
func (s *server) search(w http.ResponseWriter, r *http.Request) {
	u := currentUser(r)
	log.Print(u)
	s.db.Query("SELECT name FROM products WHERE name = $1", r.FormValue("q"))
}
