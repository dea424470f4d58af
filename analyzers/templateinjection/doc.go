// Package templateinjection finds data from outside in places where it does harm.
//
// # Analyzer templateinjection
//
// templateinjection: report templates whose text comes from outside
//
// Someone who sends requests can choose the text of a template (CWE-1336):
//
//	template.Must(template.New("t").Parse("Hello " + r.FormValue("name"))).Execute(w, nil)
//
// They cannot where the data is checked or kept apart:
//
//	template.Must(template.New("t").Parse("Hello {{.}}")).Execute(w, r.FormValue("name"))
//
// Template engines other than the standard library's are known where the library data
// describes them.
// A template that is new and that nobody keeps, so that only the error of parsing is
// looked at, is not reported: it is never evaluated.
// Data that went through a database, a file or a queue is not followed.
package templateinjection
