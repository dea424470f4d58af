package taint

import (
	"go/importer"
	"go/token"
	"testing"
)

// Comparisons that let through only what the program has chosen, each beside
// one that lets through anything.
func TestAllowLists(t *testing.T) {
	imports := importer.ForCompiler(token.NewFileSet(), "source", nil)
	tests := []struct {
		name, src string
		want      int
	}{
		{"a list of the package, looked through by a function", `
import "net/http"
var fields = []string{"name", "host"}
func has(s string, list []string) bool { for _, f := range list { if f == s { return true } }; return false }
func H(w http.ResponseWriter, r *http.Request) {
	to := r.FormValue("to")
	if !has(to, fields) { to = "name" }
	http.Get(to)
}`, 0},
		{"the function is asked for the wrong text", `
import "net/http"
var fields = []string{"name", "host"}
func has(s string, list []string) bool { for _, f := range list { if f == s { return true } }; return false }
func H(w http.ResponseWriter, r *http.Request) {
	to := r.FormValue("to")
	if !has(r.FormValue("from"), fields) { return }
	http.Get(to)
}`, 1},
		{"what is not in the list goes on", `
import "net/http"
var fields = []string{"name", "host"}
func has(s string, list []string) bool { for _, f := range list { if f == s { return true } }; return false }
func H(w http.ResponseWriter, r *http.Request) {
	to := r.FormValue("to")
	if has(to, fields) { to = "name" }
	http.Get(to)
}`, 1},
		{"a list that is handed on", `
import "net/http"
var fields = []string{"name", "host"}
func has(s string, list []string) bool { for _, f := range list { if f == s { return true } }; return false }
func field(to string, list []string) string { if !has(to, list) { to = "name" }; return to }
func H(w http.ResponseWriter, r *http.Request) { http.Get(field(r.FormValue("to"), fields)) }`, 0},
		{"a list of the configuration", `
import "net/http"
type app struct{ cfg struct{ Trusted []string } }
func (a *app) H(w http.ResponseWriter, r *http.Request) {
	to := r.FormValue("to")
	for _, t := range a.cfg.Trusted { if t != "*" && to == t { http.Redirect(w, r, to, 302) } }
}`, 0},
		{"a list from the request itself", `
import "net/http"
func H(w http.ResponseWriter, r *http.Request) {
	to := r.FormValue("to")
	for _, t := range r.Form["trusted"] { if to == t { http.Redirect(w, r, to, 302) } }
}`, 1},
		{"two parts of one message are no check of each other", `
import "net/http"
type message struct{ To, Again string }
func send(m *message) { if m.To == m.Again { http.Get(m.To) } }
func H(w http.ResponseWriter, r *http.Request) { send(&message{r.FormValue("to"), r.FormValue("again")}) }`, 1},
		{"a text that a function is given may be anybody's", `
import "net/http"
func send(to, again string) { if to == again { http.Get(to) } }
func H(w http.ResponseWriter, r *http.Request) { send(r.FormValue("to"), r.FormValue("again")) }`, 1},
		{"each character is looked up in a table", `
import ("errors"; "net/http"; "os")
var allowed [256]bool
func valid(s string) error {
	for i := 0; i < len(s); i++ { if !allowed[s[i]] { return errors.New("no") } }
	if s == ".." { return errors.New("no") }
	return nil
}
func H(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if err := valid(name); err != nil { return }
	os.Remove("/data/" + name)
}`, 0},
		{"a function is asked about each character", `
import ("net/http"; "os")
func letter(c rune) bool { return c >= 'a' && c <= 'z' }
func valid(s string) bool { for _, c := range s { if !letter(c) { return false } }; return true }
func H(w http.ResponseWriter, r *http.Request) { if name := r.FormValue("name"); valid(name) { os.Remove("/data/" + name) } }`, 0},
		{"about the first one only", `
import ("net/http"; "os")
var allowed [256]bool
func valid(s string) bool { if len(s) > 0 && !allowed[s[0]] { return false }; return true }
func H(w http.ResponseWriter, r *http.Request) { if name := r.FormValue("name"); valid(name) { os.Remove("/data/" + name) } }`, 1},
		{"what the table names is refused", `
import ("net/http"; "os")
var refused [256]bool
func valid(s string) bool { for i := 0; i < len(s); i++ { if refused[s[i]] { return false } }; return true }
func H(w http.ResponseWriter, r *http.Request) { if name := r.FormValue("name"); valid(name) { os.Remove("/data/" + name) } }`, 1},
		{"a table says nothing of hosts", `
import ("net/http")
var allowed [256]bool
func valid(s string) bool { for i := 0; i < len(s); i++ { if !allowed[s[i]] { return false } }; return true }
func H(w http.ResponseWriter, r *http.Request) { if name := r.FormValue("name"); valid(name) { http.Get("http://" + name) } }`, 1},
		{"one of two words, or else a third", `
import ("database/sql"; "net/http"; "strings")
const up, down = "asc", "desc"
type app struct{ db *sql.DB; query string }
func (a *app) find(order string) {
	if order != up && order != down { order = up }
	a.db.Query(strings.ReplaceAll(a.query, "%order%", "name " + order))
}
func (a *app) H(w http.ResponseWriter, r *http.Request) { a.find(r.FormValue("order")) }`, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := reached(t, tt.src, imports); got != tt.want {
				t.Errorf("%d dangerous places are reached, want %d", got, tt.want)
			}
		})
	}
}
