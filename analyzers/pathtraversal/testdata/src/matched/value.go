package matched

import (
	"net/http"
	"os"
	"regexp"
)

var plainName = regexp.MustCompile(`^[a-z]+$`)

// The check is a method value.
func byValue(w http.ResponseWriter, r *http.Request) {
	fits := plainName.MatchString
	name := r.FormValue("name")
	if !fits(name) {
		return
	}
	os.Open("/data/" + name)
}

// It allows what it should not.
func byLooseValue(w http.ResponseWriter, r *http.Request) {
	fits := regexp.MustCompile(`[a-z]`).MatchString
	name := r.FormValue("name")
	if !fits(name) {
		return
	}
	os.Open("/data/" + name) // want `form value`
}
