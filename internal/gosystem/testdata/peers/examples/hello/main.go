// How to serve a file.
package main

import (
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("GET /hello", hello)
	http.ListenAndServe(":8080", nil)
}

func hello(w http.ResponseWriter, r *http.Request) { os.ReadFile(r.FormValue("file")) }
