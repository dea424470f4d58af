package a

import (
	"errors"
	"net/http"
)

func copies() *http.Client {
	return &http.Client{CheckRedirect: func(req *http.Request, via []*http.Request) error {
		req.Header = via[0].Header.Clone() // want `Whoever answers this client can have its credentials sent`
		return nil
	}}
}

func each(c *http.Client) {
	c.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		for name, values := range via[0].Header {
			req.Header[name] = values // want `credentials sent`
		}
		return nil
	}
}

func named(req *http.Request, via []*http.Request) error {
	req.Header.Set("Authorization", "Bearer "+token()) // want `credentials sent`
	return nil
}

func basic(req *http.Request, via []*http.Request) error {
	req.SetBasicAuth("user", token()) // want `credentials sent`
	return nil
}

func token() string { return "" }

// The same host may have them.
func sameHost(req *http.Request, via []*http.Request) error {
	if req.URL.Host == via[0].URL.Host {
		req.Header.Set("Authorization", via[0].Header.Get("Authorization"))
	}
	return nil
}

// Nothing secret.
func traced(req *http.Request, via []*http.Request) error {
	req.Header.Set("X-Trace-Id", via[0].Header.Get("X-Trace-Id"))
	return nil
}

func refused(req *http.Request, via []*http.Request) error { return errors.New("no redirects") }

func limited(req *http.Request, via []*http.Request) error {
	if len(via) > 5 {
		return errors.New("too many")
	}
	return nil
}

// No redirect: a request of this program's own.
func signed(req *http.Request) error {
	req.Header.Set("Authorization", token())
	return nil
}
