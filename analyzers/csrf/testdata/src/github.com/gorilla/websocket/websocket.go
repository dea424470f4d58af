// Package websocket is a stand-in with the signatures that matter.
package websocket

import "net/http"

type Upgrader struct {
	ReadBufferSize int
	CheckOrigin    func(r *http.Request) bool
}
