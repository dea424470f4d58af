// Package tokens knows its callers by a header, which no browser sends by itself.
package tokens

import (
	"net/http"

	"github.com/gorilla/websocket"
)

func caller(r *http.Request) string { return r.Header.Get("Authorization") }

var upgrader = websocket.Upgrader{CheckOrigin: func(r *http.Request) bool { return true }}
