// Command crosspkg serves notes.
package main

import (
	"net/http"

	"example.com/crosspkg/store"
)

type server struct{ notes *store.Notes }

func (s *server) list(w http.ResponseWriter, r *http.Request) {
	s.notes.By(r.FormValue("author"))
	s.notes.Raw("author = " + store.Name(r.FormValue("author")))
}

func main() {
	s := &server{notes: &store.Notes{}}
	http.HandleFunc("GET /notes", s.list)
}
