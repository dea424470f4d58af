package a

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"
)

func next(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, r.FormValue("next"), http.StatusFound) // want `Whoever makes a victim follow a link with a form value of the request`
}

func header(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Location", r.URL.Query().Get("to")) // want `can send them on to any site`
	w.Header().Set("X-To", r.URL.Query().Get("to"))
	w.WriteHeader(http.StatusFound)
}

func back(w http.ResponseWriter, r *http.Request) {
	to, err := url.Parse(r.URL.Query().Get("to"))
	if err != nil || to.Host != "" || strings.HasPrefix(to.Path, "//") {
		http.Redirect(w, r, "/", http.StatusFound)
		return
	}
	http.Redirect(w, r, to.EscapedPath(), http.StatusFound)
}

func fixed(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/users/"+r.FormValue("id"), http.StatusFound)
	http.Redirect(w, r, "https://shop.example.com/?q="+url.QueryEscape(r.FormValue("q")), http.StatusFound)
}

// What follows a question mark can hold more parameters than the one that is
// meant.
func login(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/login?next="+r.FormValue("next"), http.StatusFound) // want `decides a part of the address that this redirect leads to`
	http.Redirect(w, r, "/login?next="+url.QueryEscape(r.URL.Path), http.StatusFound)
	http.Redirect(w, r, "/login?"+url.Values{"next": {r.URL.Path}}.Encode(), http.StatusFound)
	http.Redirect(w, r, "https://login.example.com/?next="+r.FormValue("next"), http.StatusFound) // another site's matter
	http.Redirect(w, r, r.URL.String(), http.StatusFound)
}

// //evil.example is a host.
func slash(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/"+r.FormValue("to"), http.StatusFound) // want `can send them on to any site`
}

func local(w http.ResponseWriter, r *http.Request) {
	to := r.FormValue("to")
	if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") {
		to = "/"
	}
	http.Redirect(w, r, to, http.StatusFound)
}

// The host is what the browser asked for, and no more than a cache makes it
// another one's.
func secure(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "https://"+r.Host+r.URL.RequestURI(), http.StatusMovedPermanently) // want `a host that a cache on the way gives to others`
}

func emptyOnly(w http.ResponseWriter, r *http.Request) {
	to := r.FormValue("to")
	if to == "" {
		to = "/"
	}
	http.Redirect(w, r, to, http.StatusFound) // want `can send them on to any site`
}

func sameHost(w http.ResponseWriter, r *http.Request) {
	u, err := url.Parse(r.FormValue("to"))
	if err != nil || u.Host != "shop.example.com" {
		return
	}
	http.Redirect(w, r, u.String(), http.StatusFound)
}

// A victim's browser goes to the host that it asked for anyway.
func secured(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "https://"+r.Host+r.RequestURI, http.StatusFound)                 // want `a host that a cache on the way gives to others`
	http.Redirect(w, r, "https://"+r.Header.Get("X-Original-Host")+"/", http.StatusFound) // want `can send them on to any site`
}

func none(w http.ResponseWriter, r *http.Request) {
	if to := r.FormValue("to"); to == "" {
		http.Redirect(w, r, "https://shop.example.com"+to, http.StatusFound)
	}
}

func behindGin(c *gin.Context) {
	host, _, _ := strings.Cut(c.Request.Host, ":")
	c.Redirect(http.StatusFound, "https://"+host+c.Request.RequestURI) // want `a host that a cache on the way gives to others`
	c.Redirect(http.StatusFound, c.Query("to"))                        // want `can send them on to any site`
}

// So is all of its URL but path and query.
func moved(w http.ResponseWriter, r *http.Request) {
	to := *r.URL
	to.Host = r.Host
	to.Path = "/shop"
	w.Header().Set("Location", to.String()) // want `a host that a cache on the way gives to others`
}

type order struct{ URL string }

// An address in the body is not.
func ordered(w http.ResponseWriter, r *http.Request) {
	var o order
	json.NewDecoder(r.Body).Decode(&o)
	to, _ := url.Parse(o.URL)
	http.Redirect(w, r, to.Scheme+"://"+to.Host, http.StatusFound) // want `can send them on to any site`
}

// What was made lies there; nobody is sent on.
func created(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Location", r.URL.Query().Get("name"))
	w.WriteHeader(http.StatusCreated)
}

func createdByHelper(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Location", r.URL.Query().Get("name"))
	succeeded(w)
}

func succeeded(w http.ResponseWriter) { answer(w, http.StatusOK) }

func answer(w http.ResponseWriter, status int) { w.WriteHeader(status) }

// One of two ways sends people on.
func createdOrElsewhere(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Location", r.URL.Query().Get("to")) // want `can send them on to any site`
	if r.Method == http.MethodPost {
		w.WriteHeader(http.StatusCreated)
		return
	}
	w.WriteHeader(http.StatusFound)
}

type asker interface {
	Ask(address string) (*http.Response, error)
}

// Where another server sends people is not where the request says.
func relayed(w http.ResponseWriter, r *http.Request, a asker) {
	res, err := a.Ask(r.FormValue("q"))
	if err != nil {
		return
	}
	http.Redirect(w, r, res.Header.Get("Location"), http.StatusFound)
}

// The header is set by a method value.
func byValue(w http.ResponseWriter, r *http.Request) {
	set := w.Header().Set
	set("Location", r.FormValue("to")) // want `form value`
	w.WriteHeader(http.StatusFound)
}
