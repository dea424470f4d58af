package a

import (
	"bytes"
	"encoding/base64"
	"encoding/gob"
	"encoding/json"
	"net/http"
	"os"
)

type order struct{ Item string }

func body(w http.ResponseWriter, r *http.Request) {
	var o order
	gob.NewDecoder(r.Body).Decode(&o) // want `Whoever sends .* can stop this service`
}

func cookie(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("state")
	if err != nil {
		return
	}
	raw, err := base64.StdEncoding.DecodeString(c.Value)
	if err != nil {
		return
	}
	var o order
	gob.NewDecoder(bytes.NewReader(raw)).Decode(&o) // want `can stop this service`
}

// A format made for strangers.
func jsonBody(w http.ResponseWriter, r *http.Request) {
	var o order
	json.NewDecoder(r.Body).Decode(&o)
}

// The program's own file.
func file() {
	f, err := os.Open("/var/lib/shop/orders.gob")
	if err != nil {
		return
	}
	defer f.Close()
	var o order
	gob.NewDecoder(f).Decode(&o)
}
