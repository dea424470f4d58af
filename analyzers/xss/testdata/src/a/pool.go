package a

import (
	"bytes"
	"net/http"
	"sync"
)

var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Who gets a buffer from a pool empties it: what another request has left in
// it is not read.
func keeps(w http.ResponseWriter, r *http.Request) {
	buf := pool.Get().(*bytes.Buffer)
	buf.Reset()
	defer pool.Put(buf)
	buf.WriteString(r.FormValue("q"))
}

func answersFixed(w http.ResponseWriter, r *http.Request) {
	buf := pool.Get().(*bytes.Buffer)
	buf.Reset()
	defer pool.Put(buf)
	buf.WriteString("<p>hello")
	w.Write(buf.Bytes())
}

func answersOwn(w http.ResponseWriter, r *http.Request) {
	buf := pool.Get().(*bytes.Buffer)
	buf.Reset()
	defer pool.Put(buf)
	buf.WriteString("<p>" + r.FormValue("q"))
	w.Write(buf.Bytes()) // want `can run script`
}
