package a

import (
	html "html/template"
	"io"
	"net/http"
	"text/template"
)

func parsed(w http.ResponseWriter, r *http.Request) {
	greeting := template.New("t")
	greeting.Parse("Hello " + r.FormValue("name")) // want `Whoever sends a form value of the request can write the template`
	greeting.Execute(w, nil)
	html.Must(html.New("t").Parse(r.FormValue("page"))) // want `can write the template`
}

func data(w http.ResponseWriter, r *http.Request) {
	t := html.Must(html.New("t").Parse("Hello {{.}}"))
	t.Execute(w, r.FormValue("name"))
}

var layouts = map[string]string{"wide": "<main>{{.}}</main>"}

func chosen(w http.ResponseWriter, r *http.Request) {
	html.Must(html.New("t").Parse(layouts[r.FormValue("layout")]))
}

// The name of a template chooses among those of the program.
func byName(w http.ResponseWriter, r *http.Request, all *html.Template) {
	all.ExecuteTemplate(w, r.FormValue("page"), nil)
}

func body(w http.ResponseWriter, r *http.Request) {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	t, err := template.New("mail").Parse(string(text)) // want `can write the template`
	if err == nil {
		t.Execute(w, nil)
	}
}

// A form is tried out before it is stored; nobody evaluates it here.
func wellFormed(w http.ResponseWriter, r *http.Request) {
	if _, err := template.New("t").Parse(r.FormValue("page")); err != nil {
		http.Error(w, "the page is not well formed", http.StatusBadRequest)
	}
}
