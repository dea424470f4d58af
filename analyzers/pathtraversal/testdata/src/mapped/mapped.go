// Names whose characters are replaced one by one.
package mapped

import (
	"net/http"
	"os"
	"strings"
	"unicode"
)

// No slash is left.
func token(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '-', '_', ':':
			return r
		}
		if (r < '0' || r > '9') && (r < 'a' || r > 'z') {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// What came before decides about spaces only.
func spaced(s string) string {
	var last rune
	return strings.Map(func(r rune) rune {
		if r == ' ' && last == ' ' {
			return -1
		}
		last = r
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" _-", r) {
			return r
		}
		return '_'
	}, s)
}

func named(r rune) rune {
	if r == '/' || r == '\\' || r == 0 {
		return '-'
	}
	return r
}

func clean(w http.ResponseWriter, r *http.Request) {
	os.Open("/data/" + token(r.FormValue("name")))
	os.Open("/data/" + spaced(r.FormValue("name")))
	os.Open("/data/" + strings.Map(named, r.FormValue("name")))
}

// A slash is left, or put in.
func path(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == '\\' {
			return -1
		}
		return r
	}, s)
}

func dotted(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ':' {
			return '/'
		}
		return named(r)
	}, s)
}

func dirty(w http.ResponseWriter, r *http.Request) {
	os.Open("/data/" + path(r.FormValue("name")))   // want `form value`
	os.Open("/data/" + dotted(r.FormValue("name"))) // want `form value`
}
