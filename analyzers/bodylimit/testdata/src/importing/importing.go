// Package importing wraps its handlers in another package's middleware.
package importing

import (
	"io"
	"net/http"

	"middleware"
)

func handler() http.Handler { return middleware.Limit(http.HandlerFunc(all)) }

func all(w http.ResponseWriter, r *http.Request) { io.ReadAll(r.Body) }
