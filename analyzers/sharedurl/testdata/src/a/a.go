package a

import (
	"net/http"
	"net/url"
)

var target, _ = url.Parse("https://example.com")

func shared(w http.ResponseWriter, r *http.Request) {
	u := target
	u.RawQuery = "token=" + r.FormValue("token") // want `an address that all requests share`
	target.Path = r.URL.Path                     // want `an address that all requests share`
	http.Redirect(w, r, u.String(), http.StatusFound)
}

type proxy struct{ backend *url.URL }

func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	u := p.backend
	u.Path = r.URL.Path // want `an address that all requests share`
}

func copied(w http.ResponseWriter, r *http.Request) {
	u := *target
	u.RawQuery = "x=1"
	http.Redirect(w, r, u.String(), http.StatusFound)
}

func parsed(w http.ResponseWriter, r *http.Request) {
	u, _ := url.Parse("https://example.com")
	u.RawQuery = "x=1"
}

// The request is this visitor's own.
func own(w http.ResponseWriter, r *http.Request) { r.URL.RawQuery = "x=1" }

// At the start nobody asks yet.
func setup() { target.Path = "/v1" }
