// Package cors is a fake with the signatures that the cases need.
package cors

type Options struct {
	AllowedOrigins   []string
	AllowOriginFunc  func(origin string) bool
	AllowCredentials bool
}
