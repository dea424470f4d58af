// Package wrapped limits bodies where it serves.
package wrapped

import (
	"io"
	"net/http"
)

func handler() http.Handler { return http.MaxBytesHandler(http.HandlerFunc(all), 1<<20) }

func all(w http.ResponseWriter, r *http.Request) { io.ReadAll(r.Body) }
