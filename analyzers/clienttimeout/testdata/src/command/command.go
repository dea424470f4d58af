// A command that somebody watches can be stopped by hand.
package main

import "net/http"

func main() { http.Get("https://example.org/latest") }
