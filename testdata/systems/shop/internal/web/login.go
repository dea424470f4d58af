package web

import (
	"net/http"
	"net/url"
	"strings"
)

// Login signs a customer in.
func (s *Server) Login(w http.ResponseWriter, r *http.Request) {
	token := s.Sessions.Start(r.FormValue("email"))
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Path: "/", SameSite: http.SameSiteLaxMode})
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "light", Path: "/"})
	w.WriteHeader(http.StatusNoContent)
}

// Next sends the customer on to where they wanted to go.
func (s *Server) Next(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, r.URL.Query().Get("to"), http.StatusFound)
}

// Back returns to a page of our own, and to no other host.
func (s *Server) Back(w http.ResponseWriter, r *http.Request) {
	to, err := url.Parse(r.URL.Query().Get("to"))
	if err != nil || to.Host != "" || strings.HasPrefix(to.Path, "//") {
		http.Redirect(w, r, "/", http.StatusFound)
		return
	}
	http.Redirect(w, r, to.EscapedPath(), http.StatusFound)
}
