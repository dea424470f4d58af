package a

import (
	"net/http"
	"slices"
	"strings"

	gincors "github.com/gin-contrib/cors"
	"github.com/rs/cors"
)

func reflected(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin")) // want `answers every origin`
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

func reflectedUnlessEmpty(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if origin := r.Header.Get("Origin"); origin != "" {
			w.Header().Set("Access-Control-Allow-Origin", origin) // want `answers every origin`
			w.Header().Set("Access-Control-Allow-Credentials", "true")
		}
		next.ServeHTTP(w, r)
	})
}

func bySuffix(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if strings.HasSuffix(origin, "example.org") {
		w.Header().Set("Access-Control-Allow-Origin", origin) // want `can choose a host name`
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}

// A test that everyone passes is none.
func byNothing(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if strings.HasPrefix(origin, "") {
		w.Header().Set("Access-Control-Allow-Origin", origin) // want `answers every origin`
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}

var star = cors.Options{
	AllowedOrigins:   []string{"*"}, // want `answers every origin`
	AllowCredentials: true,
}

var agreeing = cors.Options{
	AllowOriginFunc:  func(origin string) bool { return true }, // want `answers every origin`
	AllowCredentials: true,
}

var all = gincors.Config{AllowAllOrigins: true, AllowCredentials: true} // want `answers every origin`

// Without credentials these are answers for everyone.
func public(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
}

var open = cors.Options{AllowedOrigins: []string{"*"}}

var allowed = map[string]bool{"https://shop.example.org": true}

// The origin is looked up.
func listed(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if allowed[origin] {
		w.Header().Set("Access-Control-Allow-Origin", origin)
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}

// So is this one.
func contained(w http.ResponseWriter, r *http.Request, origins []string) {
	origin := r.Header.Get("Origin")
	if !slices.Contains(origins, origin) {
		return
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

// A dot keeps strangers out.
func subdomain(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if strings.HasSuffix(origin, ".example.org") {
		w.Header().Set("Access-Control-Allow-Origin", origin)
		w.Header().Set("Access-Control-Allow-Credentials", "true")
	}
}

// One known page.
func one(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", "https://shop.example.org")
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

var named = cors.Options{AllowedOrigins: []string{"https://shop.example.org"}, AllowCredentials: true}

// Browsers refuse credentials where the answer is for everyone.
func refused(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}
