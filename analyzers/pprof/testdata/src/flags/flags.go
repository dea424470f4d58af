// A listener for debugging alone; the operator says where.
package main

import (
	"net/http"
	_ "net/http/pprof"
	"os"
)

func main() { http.ListenAndServe(os.Args[1], nil) }
