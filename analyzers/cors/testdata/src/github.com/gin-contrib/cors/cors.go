// Package cors is a fake with the signatures that the cases need.
package cors

type Config struct {
	AllowAllOrigins  bool
	AllowOrigins     []string
	AllowCredentials bool
}
