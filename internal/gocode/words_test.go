package gocode

import (
	"slices"
	"testing"
)

func TestWords(t *testing.T) {
	for name, want := range map[string][]string{
		"dbPassword":     {"db", "password"},
		"DB_PASSWORD":    {"db", "password"},
		"x-api-key":      {"x", "api", "key"},
		"APIKey":         {"api", "key"},
		"userIDs":        {"user", "ids"},
		"HTTPServer":     {"http", "server"},
		"sha256Sum":      {"sha256", "sum"},
		"":               nil,
		"smtp.password2": {"smtp", "password2"},
	} {
		if got := Words(name); !slices.Equal(got, want) {
			t.Errorf("Words(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	tests := []struct {
		name                              string
		password, credential, unguessable bool
	}{
		{"password", true, true, true},
		{"userPasswordBytes", true, true, true},
		{"smtp_pass", true, true, true},
		{"passwordHash", false, false, false},
		{"pass", false, false, false},
		{"accessToken", false, true, true},
		{"apiKey", false, true, true},
		{"key", false, false, false},
		{"cacheKey", false, false, false},
		{"publicKey", false, false, false},
		{"awsSecretAccessKey", false, true, true},
		{"accessKeyID", false, false, false},
		{"sessionID", false, true, true},
		{"clientSecret", false, true, true},
		{"secretName", false, false, false},
		{"tokenURL", false, false, false},
		{"newToken", false, false, true},
		{"nextPageToken", false, false, false},
		{"salt", false, false, true},
		{"resetCode", false, false, true},
		{"statusCode", false, false, false},
	}
	for _, tt := range tests {
		if got := IsPassword(tt.name); got != tt.password {
			t.Errorf("IsPassword(%q) = %t", tt.name, got)
		}
		if got := IsCredential(tt.name); got != tt.credential {
			t.Errorf("IsCredential(%q) = %t", tt.name, got)
		}
		if got := IsUnguessable(tt.name); got != tt.unguessable {
			t.Errorf("IsUnguessable(%q) = %t", tt.name, got)
		}
	}
}

func TestListener(t *testing.T) {
	for address, want := range map[string]Reach{
		":8080":          ReachNetwork,
		"0.0.0.0:8080":   ReachNetwork,
		"[::]:80":        ReachNetwork,
		"10.0.0.1:80":    ReachNetwork,
		"127.0.0.1:6060": ReachLoopback,
		"localhost:6060": ReachLoopback,
		"[::1]:6060":     ReachLoopback,
	} {
		if got := Listener(address); got != want {
			t.Errorf("Listener(%q) = %d, want %d", address, got, want)
		}
	}
}

func TestPlainPath(t *testing.T) {
	for path, want := range map[string]string{
		"net/http":                            "net/http",
		"github.com/golang-jwt/jwt/v5":        "github.com/golang-jwt/jwt",
		"github.com/lestrrat-go/jwx/v3/jwt":   "github.com/lestrrat-go/jwx/jwt",
		"gopkg.in/yaml.v3":                    "gopkg.in/yaml",
		"math/rand/v2":                        "math/rand",
		"github.com/aws/aws-sdk-go-v2/config": "github.com/aws/aws-sdk-go-v2/config",
	} {
		if got := PlainPath(path); got != want {
			t.Errorf("PlainPath(%q) = %q, want %q", path, got, want)
		}
	}
}
