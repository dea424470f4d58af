package public

import "net/http"

func login(w http.ResponseWriter, r *http.Request) { check(r.FormValue("password")) }

func check(string) {}

func serve() {
	http.HandleFunc("/login", login)
	http.ListenAndServe(":8000", nil) // want `cookies and passwords`
	http.ListenAndServe("localhost:8001", nil)
}
