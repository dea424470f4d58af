package a

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
)

type order struct{ Item string }

func all(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body) // want `one endless request`
	w.Write(body)
}

func decoded(w http.ResponseWriter, r *http.Request) {
	var o order
	json.NewDecoder(r.Body).Decode(&o) // want `one endless request`
}

func decodedLater(w http.ResponseWriter, r *http.Request) {
	var o order
	dec := json.NewDecoder(r.Body)
	dec.DisallowUnknownFields()
	dec.Decode(&o) // want `one endless request`
}

var routes = map[string]http.HandlerFunc{
	"/buffer": func(w http.ResponseWriter, r *http.Request) {
		var buf bytes.Buffer
		io.Copy(&buf, r.Body) // want `one endless request`
	},
}

func upload(w http.ResponseWriter, r *http.Request) {
	r.ParseMultipartForm(32 << 20) // want `one endless upload`
}

func helped(w http.ResponseWriter, r *http.Request) {
	var o order
	decode(r, &o)
}

func decode(r *http.Request, v any) error {
	return json.NewDecoder(r.Body).Decode(v) // want `one endless request`
}

// The limit is set in the handler.
func limited(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	io.ReadAll(r.Body)
}

// The limit is part of the read.
func limitedInPlace(w http.ResponseWriter, r *http.Request) {
	io.ReadAll(io.LimitReader(r.Body, 1<<20))
}

// A function of the package sets the limit.
func limitedByHelper(w http.ResponseWriter, r *http.Request) {
	limit(w, r)
	io.ReadAll(r.Body)
}

func limit(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
}

// A client reads the answer of a server that it chose.
func client(resp *http.Response) ([]byte, error) { return io.ReadAll(resp.Body) }

// A client looks at its own request.
type logging struct{ next http.RoundTripper }

func (l logging) RoundTrip(r *http.Request) (*http.Response, error) {
	io.ReadAll(r.Body)
	return l.next.RoundTrip(r)
}

// A handler that asks another server reads that one's answer.
func proxied(w http.ResponseWriter, r *http.Request) {
	out, _ := http.NewRequest("GET", "https://example.org", nil)
	io.ReadAll(out.Body)
}

// What goes to a file does not fill the memory.
func stored(w http.ResponseWriter, r *http.Request) {
	f, _ := os.CreateTemp("", "upload")
	io.Copy(f, r.Body)
}

var canned = &http.Request{}

// No server got this request.
var body, _ = io.ReadAll(canned.Body)

type settings struct{ maxBodySize int64 }

// Whoever operates the program has said that there is no limit.
func (s *settings) buffered(w http.ResponseWriter, r *http.Request) {
	if s.maxBodySize < 0 {
		io.ReadAll(r.Body)
		return
	}
	body := make([]byte, s.maxBodySize)
	io.ReadFull(r.Body, body)
}
