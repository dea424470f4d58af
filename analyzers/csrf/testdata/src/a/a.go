package a

import (
	"net/http"

	"github.com/gorilla/websocket"
)

func setup(p *http.CrossOriginProtection) {
	p.AddInsecureBypassPattern("/")            // want `this exception covers every path`
	p.AddInsecureBypassPattern("POST /{p...}") // want `this exception covers every path`
	p.AddInsecureBypassPattern("/webhooks/stripe")
	p.AddInsecureBypassPattern("/healthz")
	p.AddTrustedOrigin("http://shop.example.com") // want `over plain HTTP is trusted`
	p.AddTrustedOrigin("https://shop.example.com")
	p.AddTrustedOrigin("http://localhost:3000")
}

func handler(w http.ResponseWriter, r *http.Request) {
	var p http.CrossOriginProtection
	pattern := r.URL.Query().Get("open")
	p.AddInsecureBypassPattern(pattern) // want `the request itself says`
}

// A setting is the operator's choice.
func configured(p *http.CrossOriginProtection, patterns []string) {
	for _, pattern := range patterns {
		p.AddInsecureBypassPattern(pattern)
	}
}

func session(r *http.Request) string {
	c, err := r.Cookie("session")
	if err != nil {
		return ""
	}
	return c.Value
}

var open = websocket.Upgrader{
	CheckOrigin: func(r *http.Request) bool { return true }, // want `every origin is accepted`
}

var checked = websocket.Upgrader{
	CheckOrigin: func(r *http.Request) bool { return r.Header.Get("Origin") == "https://shop.example.com" },
}
