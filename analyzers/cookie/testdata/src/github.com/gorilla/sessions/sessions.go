// Package sessions is a fake with the signatures that the cases need.
package sessions

import "net/http"

type Options struct {
	Path     string
	MaxAge   int
	Secure   bool
	HttpOnly bool
	SameSite http.SameSite
}
