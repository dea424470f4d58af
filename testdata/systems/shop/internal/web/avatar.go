package web

import (
	"io"
	"net/http"
	"net/url"
	"time"
)

var outgoing = &http.Client{Timeout: 5 * time.Second}

// Avatar shows the picture that a customer keeps elsewhere.
func (s *Server) Avatar(w http.ResponseWriter, r *http.Request) {
	picture, err := fetch(r.URL.Query().Get("url"))
	if err != nil {
		http.Error(w, "no picture", http.StatusBadGateway)
		return
	}
	defer picture.Close()
	w.Header().Set("Content-Type", "image/png")
	io.Copy(w, picture)
}

func fetch(address string) (io.ReadCloser, error) {
	res, err := outgoing.Get(address)
	if err != nil {
		return nil, err
	}
	return res.Body, nil
}

// banks are the hosts whose exchange rates we trust.
var banks = map[string]bool{"rates.example.com": true, "fx.example.net": true}

// Rates shows the exchange rates of a bank that we know.
func (s *Server) Rates(w http.ResponseWriter, r *http.Request) {
	source, err := url.Parse(r.URL.Query().Get("bank"))
	if err != nil || source.Scheme != "https" || !banks[source.Host] {
		http.Error(w, "unknown bank", http.StatusBadRequest)
		return
	}
	res, err := outgoing.Get(source.String())
	if err != nil {
		http.Error(w, "no rates", http.StatusBadGateway)
		return
	}
	defer res.Body.Close()
	w.Header().Set("Content-Type", "application/json")
	io.Copy(w, res.Body)
}
