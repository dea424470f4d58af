package a

import (
	"net/http"
	"time"
)

func rates(w http.ResponseWriter, r *http.Request) {
	http.Get("https://rates.example.org") // want `waits for its answer`
}

func byDefault() {
	req, _ := http.NewRequest("GET", "https://partner.example.org", nil)
	http.DefaultClient.Do(req) // want `waits for its answer`
}

var client = &http.Client{} // want `waits for its answer`

func order() (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://partner.example.org", nil)
	if err != nil {
		return nil, err
	}
	return client.Do(req)
}

// This one has a limit.
var limited = &http.Client{Timeout: time.Second}

// The limit is set when the program starts.
var configured = &http.Client{}

func configure(limit time.Duration) { configured.Timeout = limit }

// Whoever made the request may have given it a context.
func given(req *http.Request) { http.DefaultClient.Do(req) }

// This client's requests all have one.
type partner struct{ client *http.Client }

func newPartner() *partner { return &partner{client: &http.Client{}} }

func (p *partner) get(r *http.Request) (*http.Response, error) {
	req, err := http.NewRequestWithContext(r.Context(), "GET", "https://partner.example.org", nil)
	if err != nil {
		return nil, err
	}
	return p.client.Do(req)
}
