package taint

import "testing"

func TestIsExact(t *testing.T) {
	for pattern, want := range map[string]bool{
		"/health": true, "GET /health": true, "example.com/health": true, "/{$}": true, "GET /a/{$}": true,
		"/": false, "/files/": false, "GET /files/{name}": false, "/files/{rest...}": false, "/{id}/{$}": false, "example.com/": false, "": false,
	} {
		if got := isExact(pattern); got != want {
			t.Errorf("isExact(%q) = %v, want %v", pattern, got, want)
		}
	}
}
