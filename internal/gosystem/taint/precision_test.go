package taint

import (
	"go/importer"
	"go/token"
	"go/types"
	"testing"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// reached counts the dangerous places that data from outside reaches.
func reached(t *testing.T, src string, imports types.Importer) int {
	t.Helper()
	fset, pkg, ok := build("package p\n"+src, imports)
	if !ok {
		t.Fatal("the source does not compile")
	}
	e := newEngine(fset, library.Given.Library(), pkg, func(*types.Package) *Summaries { return nil })
	e.run()
	return len(e.findings())
}

// Flows that a long-lived object seems to have and has not, each beside one
// that it has.
func TestLongLivedObjects(t *testing.T) {
	imports := importer.ForCompiler(token.NewFileSet(), "source", nil)
	tests := []struct {
		name, src string
		want      int
	}{
		{"an administrator may say whom to call", `
import "net/http"
type user struct{ IsAdmin bool; Role string }
func find(r *http.Request) *user { return nil }
func do(w http.ResponseWriter, r *http.Request) {
	u := find(r)
	if !u.IsAdmin { return }
	http.Get(r.FormValue("to"))
}
func role(w http.ResponseWriter, r *http.Request) {
	u := find(r)
	if u.Role != "ADMIN" { http.Error(w, "no", 403); return }
	http.Get(r.FormValue("to"))
}
func checkAdmin(r *http.Request) error { return nil }
func checked(w http.ResponseWriter, r *http.Request) {
	if err := checkAdmin(r); err != nil { return }
	http.Get(r.FormValue("to"))
}`, 0},
		{"a handler that sets one field deep in the configuration fills no other", `
import "net/http"
type level struct{ s string }
func (l *level) Set(v string) { l.s = v }
type config struct{ Server struct{ Log struct{ Level level; To string } }; Ring struct{ Store struct{ Address string } } }
type app struct{ Cfg config }
type outer struct{ app *app }
func handler(l *level) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { l.Set(r.FormValue("level")) }
}
func (o *outer) run() {
	http.Handle("/level", handler(&o.app.Cfg.Server.Log.Level))
	dial(o.app.Cfg)
}
func dial(c config) { http.Get(c.Ring.Store.Address); http.Get(c.Server.Log.To) }`, 0},
		{"and that very field is followed", `
import "net/http"
type level struct{ s string }
func (l *level) Set(v string) { l.s = v }
type config struct{ Server struct{ Log struct{ Level level } } }
type app struct{ Cfg config }
type outer struct{ app *app }
func handler(l *level) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { l.Set(r.FormValue("level")) }
}
func (o *outer) run() {
	http.Handle("/level", handler(&o.app.Cfg.Server.Log.Level))
	http.Get(o.app.Cfg.Server.Log.Level.s)
}`, 1},
		{"an administrator may not run commands, and who is none may not choose", `
import ("net/http"; "os/exec")
type user struct{ IsAdmin, Active bool }
func find(r *http.Request) *user { return nil }
func command(w http.ResponseWriter, r *http.Request) {
	if !find(r).IsAdmin { return }
	exec.Command("sh", "-c", r.FormValue("run")).Run()
}
func other(w http.ResponseWriter, r *http.Request) {
	if find(r).IsAdmin { w.Header() }
	http.Get(r.FormValue("to"))
}
func active(w http.ResponseWriter, r *http.Request) {
	if !find(r).Active { return }
	http.Get(r.FormValue("to"))
}`, 3},
		{"a search that finds nothing dangerous", `
import ("net/http"; "os"; "regexp")
var digits = regexp.MustCompile("([0-9]+)")
var whole = regexp.MustCompile("^([a-z]+)$")
func do(w http.ResponseWriter, r *http.Request) {
	os.Remove(digits.FindString(r.FormValue("name")))
	name := r.FormValue("name")
	if m := whole.FindStringSubmatch(name); m == nil { return }
	os.Remove(name)
}`, 0},
		{"a search that says nothing of the rest", `
import ("net/http"; "os"; "regexp")
var digits = regexp.MustCompile("([0-9]+)")
var any = regexp.MustCompile("name=(.*)")
func do(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if m := digits.FindStringSubmatch(name); m == nil { return }
	os.Remove(name)
	os.Remove(any.FindStringSubmatch(name)[1])
}`, 2},
		{"what a store finds is not what it was asked with", `
import "net/http"
type host struct{ name string }
type store interface{ Get(name string) []host; Clean(name string) string }
func do(w http.ResponseWriter, r *http.Request, s store) {
	http.Get("http://" + s.Get(r.FormValue("name"))[0].name)
}
func ServeHTTP(w http.ResponseWriter, r *http.Request, s store) {
	http.Get(s.Clean(r.FormValue("name")))
}`, 1},
		{"the callers say what an answer is", `
import "net/http"
func write(w http.ResponseWriter, body []byte, kind string) {
	if kind != "" { w.Header().Set("Content-Type", kind) }
	w.Write(body)
}
func plain(w http.ResponseWriter, body []byte) { w.Write(body) }
func do(w http.ResponseWriter, r *http.Request) {
	write(w, []byte(r.FormValue("x")), "application/json")
	plain(w, []byte(r.FormValue("x")))
}`, 1},
		{"a copied list of texts is not the list", `
import "net/http"
func do(w http.ResponseWriter, r *http.Request) {
	to := []string{"/home"}
	list := append([]string(nil), to...)
	list[0] = r.FormValue("to")
	http.Redirect(w, r, to[0], 302)
}
func copied(w http.ResponseWriter, r *http.Request) {
	to := []string{"/home"}
	list := make([]string, 1)
	copy(list, to)
	list[0] = r.FormValue("to")
	http.Redirect(w, r, to[0], 302)
}`, 0},
		{"a copied list of addresses leads to the same", `
import "net/http"
type place struct{ url string }
func do(w http.ResponseWriter, r *http.Request) {
	to := []*place{{"/home"}}
	list := append([]*place(nil), to...)
	list[0].url = r.FormValue("to")
	http.Redirect(w, r, to[0].url, 302)
}`, 1},
		{"the error of a call is no other name of its argument", `
import ("errors"; "net/http"; "os")
type app struct{ dir string }
func (a *app) open(name string) error {
	err := check(a.dir)
	if e, ok := err.(*bad); ok { e.name = name }
	return err
}
type bad struct{ dir, name string }
func (b *bad) Error() string { return b.dir }
func check(dir string) error { if dir == "" { return errors.New("none") }; return &bad{dir: dir} }
func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.open(r.FormValue("name")); os.Remove(a.dir) }`, 0},
		{"text made from a field is not the field", `
import ("net/http"; "os")
type app struct{ dir string }
type store struct{ at, name string }
func open(dir string) any { return dir }
func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s, ok := open(a.dir).(*store); ok { s.name = r.FormValue("name") }
	os.Remove(a.dir)
}`, 0},
		{"a result that is the field", `
import ("net/http"; "os")
type app struct{ s *store }
type store struct{ at, name string }
func (a *app) open() *store { return a.s }
func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.open().name = r.FormValue("name")
	os.Remove(a.s.name)
}`, 1},
		{"an error that a package has for all to compare", `
import ("errors"; "net/http"; "os")
type detail struct{ name string }
func (d *detail) Error() string { return d.name }
var errClosed = errors.New("closed")
func write(name string) error {
	err := errClosed
	if d, ok := err.(*detail); ok { d.name = name }
	return err
}
func read() string { if d, ok := errClosed.(*detail); ok { return d.name }; return "" }
func H(w http.ResponseWriter, r *http.Request) { write(r.FormValue("name")); os.Remove(read()) }`, 0},
		{"a variable of a package that is filled", `
import ("net/http"; "os")
var last string
func write(name string) { last = name }
func H(w http.ResponseWriter, r *http.Request) { write(r.FormValue("name")); os.Remove(last) }`, 1},
		{"a logger gives nothing back", `
import ("log/slog"; "net/http"; "os")
type store struct{ a struct{ b struct{ c struct{ log *slog.Logger; dir string } } } }
func from(v any, l *slog.Logger) *slog.Logger { if have, ok := v.(*slog.Logger); ok { return have }; return l }
func open(dir string, l *slog.Logger) *store { s := &store{}; s.a.b.c.log, s.a.b.c.dir = l, dir; return s }
func (s *store) remove() { os.Remove(s.a.b.c.dir) }
func H(w http.ResponseWriter, r *http.Request) {
	l := from(r.Context().Value("log"), slog.Default())
	open("/data", l).remove()
}`, 0},
		{"what lies beside it does", `
import ("log/slog"; "net/http"; "os")
type store struct{ log *slog.Logger; dir string }
func open(dir string, l *slog.Logger) *store { return &store{l, dir} }
func (s *store) remove() { os.Remove(s.dir) }
func H(w http.ResponseWriter, r *http.Request) {
	open(r.FormValue("dir"), slog.Default()).remove()
}`, 1},
		{"a template that is parsed to look at the error alone", `
import (html "html/template"; "net/http"; "text/template")
func do(w http.ResponseWriter, r *http.Request) {
	_, err := template.New("a").Funcs(nil).Option("missingkey=zero").Parse(r.FormValue("text"))
	if err != nil { return }
	t := html.New("b")
	if _, err := t.Parse(r.FormValue("text")); err != nil { return }
}`, 0},
		{"and templates that somebody keeps", `
import ("net/http"; "os"; "text/template")
type page struct{ t *template.Template }
func returned(w http.ResponseWriter, r *http.Request) {
	t, _ := template.New("a").Parse(r.FormValue("text"))
	t.Execute(os.Stdout, nil)
}
func receiver(w http.ResponseWriter, r *http.Request) {
	t := template.New("b")
	if _, err := t.Parse(r.FormValue("text")); err != nil { return }
	t.Execute(os.Stdout, nil)
}
func (p *page) field(w http.ResponseWriter, r *http.Request) {
	_, err := p.t.Parse(r.FormValue("text"))
	if err != nil { return }
}
func (p *page) beside(w http.ResponseWriter, r *http.Request) {
	_, err := p.t.New("c").Parse(r.FormValue("text"))
	if err != nil { return }
}
func must(w http.ResponseWriter, r *http.Request) {
	template.Must(template.New("d").Parse(r.FormValue("text"))).Execute(os.Stdout, nil)
}
func part(w http.ResponseWriter, r *http.Request) {
	t := template.New("e").Funcs(nil)
	_, err := t.Option("missingkey=zero").Parse(r.FormValue("text"))
	if err == nil { t.Execute(os.Stdout, nil) }
}`, 6},
		{"decoders fill exported fields only", `
import ("encoding/json"; "net/http"; "os")
type app struct{ dir string }
type form struct{ app *app; Name string }
func bind(r *http.Request, to any) { json.NewDecoder(r.Body).Decode(to) }
func H(a *app) http.HandlerFunc { return func(w http.ResponseWriter, r *http.Request) {
	f := &form{app: a}
	bind(r, f)
	os.Remove(f.app.dir)
} }`, 0},
		{"and those they do fill", `
import ("encoding/json"; "net/http"; "os")
type form struct{ dir, Name string }
func bind(r *http.Request, to any) { json.NewDecoder(r.Body).Decode(to) }
func H(w http.ResponseWriter, r *http.Request) {
	f := &form{}
	bind(r, f)
	os.Remove(f.Name)
}`, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := reached(t, tt.src, imports); got != tt.want {
				t.Errorf("%d dangerous places are reached, want %d", got, tt.want)
			}
		})
	}
}
