package a

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"io"
	"net/http"
	"strings"
	text "text/template"
)

func printed(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "<p>Hello %s", r.FormValue("name")) // want `Whoever gets a victim to send a form value of the request can run script`
}

func escaped(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "<p>Hello %s", html.EscapeString(r.FormValue("name")))
	fmt.Fprintf(w, "<p>%d", len(r.FormValue("name")))
}

func written(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte("<p>" + r.URL.Query().Get("q"))) // want `can run script`
	io.WriteString(w, "constant")
	io.WriteString(w, r.URL.Path) // want `can run script`
}

func plain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	io.WriteString(w, r.FormValue("echo"))
}

func page(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	io.WriteString(w, r.FormValue("echo")) // want `can run script`
}

func encoded(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(map[string]string{"name": r.FormValue("name")})
	http.Error(w, "no such user: "+r.FormValue("name"), http.StatusNotFound)
}

var tmpl = template.Must(template.New("t").Parse("Hello {{.}}"))

func templated(w http.ResponseWriter, r *http.Request) {
	tmpl.Execute(w, r.FormValue("name"))
}

func trusted(w http.ResponseWriter, r *http.Request) {
	tmpl.Execute(w, template.HTML(r.FormValue("name"))) // want `can run script`
	tmpl.Execute(w, template.HTML("<b>ok</b>"))
}

var unescaping = text.Must(text.New("t").Parse("Hello {{.}}"))

func textTemplate(w http.ResponseWriter, r *http.Request) {
	unescaping.Execute(w, r.FormValue("name")) // want `can run script`
	unescaping.Execute(&bytes.Buffer{}, r.FormValue("name"))
}

// A buffer of our own is not the answer until it is copied there.
func buffered(w http.ResponseWriter, r *http.Request) {
	var b bytes.Buffer
	b.WriteString("<p>" + r.FormValue("name"))
	w.Write(b.Bytes()) // want `can run script`
	var c strings.Builder
	fmt.Fprint(&c, r.FormValue("name"))
	w.Write([]byte(html.EscapeString(c.String())))
}

// Browsers show no page of this type.
func download(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Write([]byte(r.FormValue("text")))
}

// accepts is still to be written; that nothing is refused yet is no check.
func accepts(token string) bool { return true }

// known refuses everything but what it knows.
func known(token string) bool { return token == "first" || token == "second" }

func refused(w http.ResponseWriter, r *http.Request) {
	token := r.FormValue("token")
	if !accepts(token) {
		fmt.Fprintf(w, "Not accepted: %q", token) // want `can run script`
	}
	if known(token) {
		fmt.Fprintf(w, "Accepted: %q", token)
	}
}
