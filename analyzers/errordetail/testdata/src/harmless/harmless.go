// Errors whose text is made for the caller, or never gets there.
package harmless

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
)

var errNone = errors.New("no server is available")

type pool struct{ names []string }

// next returns errors of its own making.
func (p *pool) next() (string, error) {
	switch len(p.names) {
	case 0:
		return "", errNone
	case 1:
		return "", fmt.Errorf("only %q is left", p.names[0])
	}
	return p.names[0], nil
}

func balance(p *pool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_, err := p.next()
		if errors.Is(err, errNone) {
			http.Error(w, errNone.Error(), http.StatusServiceUnavailable)
		} else if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

// Whoever is gone learns nothing.
func written(w http.ResponseWriter, r *http.Request) {
	if _, err := w.Write([]byte("done")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
	if err := json.NewEncoder(w).Encode(r.URL.Path); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// The text repeats what was sent.
func parsed(w http.ResponseWriter, r *http.Request) {
	if _, err := url.PathUnescape(r.URL.RawPath); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func token() ([]byte, error) {
	b := make([]byte, 16)
	if _, err := rand.Read(b); err != nil {
		return nil, fmt.Errorf("token: %w", err)
	}
	return b, nil
}

func start(w http.ResponseWriter, r *http.Request) {
	if _, err := token(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// What a function value returns is not known.
func chained(step func(*http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := step(r); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func read() ([]byte, error) {
	text, err := os.ReadFile("/etc/shop/prices.json")
	if err != nil {
		return nil, fmt.Errorf("prices: %w", err)
	}
	return text, nil
}

// The path of the file is in the text.
func prices(w http.ResponseWriter, r *http.Request) {
	if _, err := read(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `how the service is built`
	}
}

type store interface{ Load(id string) error }

func stored(s store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := s.Load(r.PathValue("id")); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError) // want `how the service is built`
		}
	}
}

// What is wrapped into itself is what it was before.
func wrapped(w http.ResponseWriter, r *http.Request) {
	_, err := url.Parse(r.URL.RawPath)
	if err != nil {
		err = fmt.Errorf("address: %w", err)
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
