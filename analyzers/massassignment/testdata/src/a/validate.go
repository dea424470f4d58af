package a

import (
	"encoding/json"
	"errors"
	"net/http"
)

type Post struct{ Title, Owner string }

func (s *store) SavePost(p *Post) error { return nil }

var owners = map[string]bool{"press": true}

// A function made for checks looks at the field.
func validatePost(p Post) error {
	if p.Title == "" {
		return errors.New("no title")
	}
	if !owners[p.Owner] {
		return errors.New("no such owner")
	}
	return nil
}

func (s *store) publish(w http.ResponseWriter, r *http.Request) {
	var p Post
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
		return
	}
	if err := validatePost(p); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.SavePost(&p)
}

// This one checks the title only.
func checkTitle(p Post) bool { return p.Title != "" }

func (s *store) draft(w http.ResponseWriter, r *http.Request) {
	var p Post
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil { // want `field Owner`
		return
	}
	if checkTitle(p) {
		s.SavePost(&p)
	}
}

// This one checks nothing.
func describe(p Post) string { return p.Title + " by " + p.Owner }

func (s *store) announce(w http.ResponseWriter, r *http.Request) {
	var p Post
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil { // want `field Owner`
		return
	}
	respond(w, describe(p))
	s.SavePost(&p)
}

func isAdminUser(r *http.Request) bool { return false }

func refuse(w http.ResponseWriter) {}

// Only administrators get there.
func (s *store) appoint(w http.ResponseWriter, r *http.Request) {
	if !isAdminUser(r) {
		refuse(w)
		return
	}
	var u User
	if err := json.NewDecoder(r.Body).Decode(&u); err != nil {
		return
	}
	s.SaveUser(&u)
}

// Others get there too.
func (s *store) appointAnyway(w http.ResponseWriter, r *http.Request) {
	if !isAdminUser(r) {
		refuse(w)
	}
	var u User
	if err := json.NewDecoder(r.Body).Decode(&u); err != nil { // want `field Role`
		return
	}
	s.SaveUser(&u)
}
