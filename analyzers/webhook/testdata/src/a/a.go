package a

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"io"
	"net/http"
)

type event struct{ Order string }

func pay(order string) {}

type server struct{ key []byte }

func (s *server) routes(mux *http.ServeMux) {
	mux.HandleFunc("POST /webhooks/payment", func(w http.ResponseWriter, r *http.Request) { // Nothing is read.
		pay("")
	})
	mux.HandleFunc("POST /webhooks/shipping", s.shipped)        // want `send events of their own`
	mux.HandleFunc("/hooks/build", s.built)                     // want `send events of their own`
	mux.Handle("POST /callback/bank", http.HandlerFunc(s.bank)) // want `send events of their own`

	// A signature is checked, in the handler or in a function that it calls.
	mux.HandleFunc("POST /webhooks/stock", s.stock)
	mux.HandleFunc("POST /webhooks/mail", s.mail)

	// The sender knows a secret.
	mux.HandleFunc("POST /webhooks/chat", s.chat)
	mux.HandleFunc("POST /webhooks/{secret}", s.shipped)

	// Something around the handler checks.
	mux.HandleFunc("POST /webhooks/crm", signed(s.shipped))

	// A browser comes back from a login.
	mux.HandleFunc("GET /oauth/callback", s.shipped)

	// No event is read.
	mux.HandleFunc("POST /webhooks/ping", s.ping)

	// This is no webhook.
	mux.HandleFunc("POST /orders", s.shipped)
}

func signed(next http.HandlerFunc) http.HandlerFunc { return next }

func (s *server) shipped(w http.ResponseWriter, r *http.Request) {
	var e event
	json.NewDecoder(r.Body).Decode(&e)
	pay(e.Order)
}

func (s *server) built(w http.ResponseWriter, r *http.Request) {
	pay(decode(r).Order)
}

func decode(r *http.Request) event {
	var e event
	json.NewDecoder(r.Body).Decode(&e)
	return e
}

func (s *server) bank(w http.ResponseWriter, r *http.Request) { io.ReadAll(r.Body) }

func (s *server) stock(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	mac := hmac.New(sha256.New, s.key)
	mac.Write(body)
	if !hmac.Equal(mac.Sum(nil), []byte(r.Header.Get("X-Sum"))) {
		return
	}
	pay(string(body))
}

func (s *server) mail(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if s.genuine(body, r) {
		pay(string(body))
	}
}

func (s *server) genuine(body []byte, r *http.Request) bool {
	mac := hmac.New(sha256.New, s.key)
	mac.Write(body)
	return hmac.Equal(mac.Sum(nil), []byte(r.Header.Get("X-Sum")))
}

func (s *server) chat(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Gitlab-Token") != string(s.key) {
		return
	}
	io.ReadAll(r.Body)
}

func (s *server) ping(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) }
