package main

import (
	"net/http"
	_ "net/http/pprof" // want `debug pages`
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {})
	http.ListenAndServe(":8080", nil)
}
