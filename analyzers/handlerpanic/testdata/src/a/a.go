package a

import (
	"encoding/json"
	"net/http"
	"strings"
)

func notify(string) {}

func hook(w http.ResponseWriter, r *http.Request) {
	var payload map[string]any
	json.NewDecoder(r.Body).Decode(&payload)
	go func() {
		notify(payload["id"].(string)) // want `One crafted request can end the whole program`
	}()
}

func parts(w http.ResponseWriter, r *http.Request) {
	list := strings.Split(r.FormValue("list"), ",")
	go func() {
		notify(list[1]) // want `One crafted request can end the whole program`
	}()
}

func recovered(w http.ResponseWriter, r *http.Request) {
	var payload map[string]any
	json.NewDecoder(r.Body).Decode(&payload)
	go func() {
		defer func() { recover() }()
		notify(payload["id"].(string))
	}()
}

func asked(w http.ResponseWriter, r *http.Request) {
	var payload map[string]any
	json.NewDecoder(r.Body).Decode(&payload)
	list := strings.Split(r.FormValue("list"), ",")
	go func() {
		if id, ok := payload["id"].(string); ok {
			notify(id)
		}
		if len(list) > 1 {
			notify(list[1])
		}
	}()
}

// net/http recovers what the handler itself does.
func handler(w http.ResponseWriter, r *http.Request) {
	var payload map[string]any
	json.NewDecoder(r.Body).Decode(&payload)
	notify(payload["id"].(string))
}

// What the program itself made is no one else's.
func ours(w http.ResponseWriter, r *http.Request) {
	names := []string{"a", "b"}
	go func() { notify(names[1]) }()
}

func number(w http.ResponseWriter, r *http.Request) {
	list := strings.Fields(r.FormValue("list"))
	go notify(list[0]) // the handler itself takes the first, before the goroutine starts
}

// The function that is started recovers.
func started(w http.ResponseWriter, r *http.Request) {
	list := strings.Split(r.FormValue("list"), ",")
	go func() {
		defer func() {
			if err := recover(); err != nil {
				notify("failed")
			}
		}()
		notify(list[1])
	}()
}
