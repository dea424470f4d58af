package main

import (
	"net/http"
	_ "net/http/pprof" // want `debug pages`
	"os"
)

func main() {
	http.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	http.ListenAndServe(os.Args[1], nil)
}
