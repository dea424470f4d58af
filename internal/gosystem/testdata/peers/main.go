// A store whose nodes talk to each other, with a secret that the operator gives
// to all of them.
package main

import (
	"crypto/subtle"
	"errors"
	"fmt"
	"net/http"
	"os"
)

type config struct{ PeerToken, Name string }

type server struct {
	cfg   config
	users map[string]user
}

type user struct{ Token string }

var clusterSecret = os.Getenv("CLUSTER_SECRET")

var errDenied = errors.New("denied")

func main() {
	s := &server{}
	http.HandleFunc("POST /peer/read", s.read)
	http.HandleFunc("POST /peer/write", s.write)
	http.Handle("GET /metrics", peersOnly(http.HandlerFunc(metrics)))
	http.HandleFunc("GET /user/file", s.ofUser)
	http.HandleFunc("GET /either", s.either)
	http.HandleFunc("GET /logged", s.logged)
	http.HandleFunc("GET /form", s.form)
	http.HandleFunc("GET /named", s.named)
	http.ListenAndServe(":8080", nil)
}

// validate is deep below the handlers.
func validate(r *http.Request) error {
	token := r.Header.Get("X-Peer")
	if token == "" {
		return errDenied
	}
	if err := compare(token); err != nil {
		return err
	}
	return nil
}

func compare(token string) error {
	own := token == clusterSecret || token == "Peer "+clusterSecret
	if !own {
		return errDenied
	}
	return nil
}

func (s *server) isValid(w http.ResponseWriter, r *http.Request) bool {
	if err := validate(r); err != nil {
		w.WriteHeader(http.StatusForbidden)
		return false
	}
	return s.cfg.Name != ""
}

func (s *server) read(w http.ResponseWriter, r *http.Request) {
	if !s.isValid(w, r) {
		return
	}
	data, _ := os.ReadFile(r.FormValue("file"))
	w.Write(data)
}

func (s *server) write(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(fmt.Sprintf("Bearer %s", s.cfg.PeerToken))) != 1 {
		http.Error(w, "denied", http.StatusForbidden)
		return
	}
	os.Remove(r.FormValue("file"))
}

func peersOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Peer") != clusterSecret {
			http.Error(w, "denied", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func metrics(w http.ResponseWriter, r *http.Request) { os.ReadFile(r.FormValue("of")) }

// The token is that of a user.
func (s *server) ofUser(w http.ResponseWriter, r *http.Request) {
	if s.users[r.FormValue("name")].Token != r.Header.Get("X-Token") {
		http.Error(w, "denied", http.StatusForbidden)
		return
	}
	os.ReadFile(r.FormValue("file"))
}

// One of two ways asks.
func (s *server) either(w http.ResponseWriter, r *http.Request) {
	if r.Method == "POST" {
		if r.Header.Get("X-Peer") != clusterSecret {
			return
		}
	}
	os.ReadFile(r.FormValue("file"))
}

// The answer goes on all the same.
func (s *server) logged(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Peer") != clusterSecret {
		fmt.Fprintln(os.Stderr, "a stranger asks")
	}
	os.ReadFile(r.FormValue("file"))
}

// Both are from the caller.
func (s *server) form(w http.ResponseWriter, r *http.Request) {
	token, err := r.Cookie("token")
	if err != nil || token.Value != r.FormValue("token") {
		return
	}
	os.ReadFile(r.FormValue("file"))
}

// A name is no secret.
func (s *server) named(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Name") != s.cfg.Name {
		return
	}
	os.ReadFile(r.FormValue("file"))
}
