package a

import (
	"database/sql"
	"encoding/json"
	"io"
	"net/http"
)

type User struct {
	ID       int    `json:"id"`
	Name     string `json:"name"`
	Role     string `json:"role"`
	Password string `json:"-"`
}

type Note struct {
	Text    string
	OwnerID int `json:"-"`
}

type Order struct {
	Item   string
	UserID int
}

type store struct{ db *sql.DB }

func (s *store) SaveUser(u *User) error       { return nil }
func (s *store) InsertNote(n Note) error      { return nil }
func (s *store) CreateOrder(o *Order) error   { return nil }
func (s *store) ByID(id string) *User         { return &User{} }
func (s *store) ValidateUser(u *User) error   { return nil }
func currentUser(r *http.Request) int         { return 1 }
func (s *store) isAdmin(r *http.Request) bool { return false }
func respond(w http.ResponseWriter, v any)    {}
func (s *store) CreateFrom(name string) error { return nil }

func (s *store) register(w http.ResponseWriter, r *http.Request) {
	var u User
	if err := json.NewDecoder(r.Body).Decode(&u); err != nil { // want `A user can set the field Role, which is not theirs to decide`
		http.Error(w, "no user", http.StatusBadRequest)
		return
	}
	s.SaveUser(&u)
}

// What was stored is decoded over.
func (s *store) edit(w http.ResponseWriter, r *http.Request) {
	u := s.ByID(r.PathValue("id"))
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	json.Unmarshal(body, u) // want `field Role`
	s.SaveUser(u)
}

func (s *store) order(w http.ResponseWriter, r *http.Request) {
	o := Order{}
	json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&o) // want `field UserID`
	s.CreateOrder(&o)
}

// The handler says whose it is.
func (s *store) owned(w http.ResponseWriter, r *http.Request) {
	var o Order
	json.NewDecoder(r.Body).Decode(&o)
	o.UserID = currentUser(r)
	s.CreateOrder(&o)
}

// The handler checks it.
func (s *store) checked(w http.ResponseWriter, r *http.Request) {
	var u User
	json.NewDecoder(r.Body).Decode(&u)
	if u.Role != "" && u.Role != "member" {
		return
	}
	s.SaveUser(&u)
}

// No request can set the owner.
func (s *store) note(w http.ResponseWriter, r *http.Request) {
	var n Note
	json.NewDecoder(r.Body).Decode(&n)
	s.InsertNote(n)
}

// Nothing is stored.
func (s *store) validate(w http.ResponseWriter, r *http.Request) {
	var u User
	json.NewDecoder(r.Body).Decode(&u)
	if s.ValidateUser(&u) == nil {
		respond(w, u)
	}
}

// One field of it is.
func (s *store) one(w http.ResponseWriter, r *http.Request) {
	var u User
	json.NewDecoder(r.Body).Decode(&u)
	s.CreateFrom(u.Name)
}

// Who is no administrator is sent away.
func (s *store) assign(w http.ResponseWriter, r *http.Request) {
	if !s.isAdmin(r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	var u User
	json.NewDecoder(r.Body).Decode(&u)
	s.SaveUser(&u)
}

// An answer of another service is no request.
func (s *store) fetched(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("https://users.example.com/1")
	if err != nil {
		return
	}
	var u User
	json.NewDecoder(resp.Body).Decode(&u)
	s.SaveUser(&u)
}
