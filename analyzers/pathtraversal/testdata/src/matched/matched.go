package matched

import (
	"net/http"
	"os"
	"regexp"
)

var (
	report = regexp.MustCompile(`^/reports/([a-z0-9]+)\.pdf$`)
	any    = regexp.MustCompile(`^/files/(.+)$`)
	id     = regexp.MustCompile(`[0-9]+`)
	word   = regexp.MustCompile(`^[a-z]+$`)
)

// The group admits no separator.
func group(w http.ResponseWriter, r *http.Request) {
	m := report.FindStringSubmatch(r.URL.Path)
	if m == nil {
		http.NotFound(w, r)
		return
	}
	os.Open("/srv/reports/" + m[1])
}

func wide(w http.ResponseWriter, r *http.Request) {
	m := any.FindStringSubmatch(r.URL.Path)
	if len(m) != 2 {
		return
	}
	os.Open("/srv/files/" + m[1]) // want `Whoever sends`
}

// The whole match is a path.
func whole(w http.ResponseWriter, r *http.Request) {
	if m := report.FindStringSubmatch(r.FormValue("p")); m != nil {
		os.Open("/srv" + m[0]) // want `Whoever sends`
	}
}

func found(w http.ResponseWriter, r *http.Request) {
	os.Open("/srv/" + id.FindString(r.FormValue("id")))
}

// What matches as a whole is checked, by whichever function.
func checked(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if word.FindStringSubmatch(name) == nil {
		return
	}
	os.Open("/srv/" + name)
}

func counted(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if m := word.FindStringSubmatch(name); len(m) == 1 {
		os.Open("/srv/" + name)
	}
}

// A match somewhere says nothing of the rest.
func somewhere(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if id.FindStringSubmatch(name) == nil {
		return
	}
	os.Open("/srv/" + name) // want `Whoever sends`
}

func refused(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if word.FindStringSubmatch(name) != nil {
		return
	}
	os.Open("/srv/" + name) // want `Whoever sends`
}
