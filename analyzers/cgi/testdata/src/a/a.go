package a

import (
	"net/http"
	"net/http/cgi"
	"net/http/fcgi"
)

func serve(h http.Handler) {
	cgi.Serve(h)                                                                   // want `sets environment variables`
	http.Handle("/git/", &cgi.Handler{Path: "/usr/lib/git-core/git-http-backend"}) // want `sets environment variables`
}

// FastCGI hands headers over as data.
func fast(h http.Handler) { fcgi.Serve(nil, h) }
