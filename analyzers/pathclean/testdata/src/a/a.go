package a

import (
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
)

const root = "/srv"

func routes(mux *http.ServeMux) {
	mux.HandleFunc("/cleaned", func(w http.ResponseWriter, r *http.Request) {
		name := filepath.Clean(r.URL.Path) // want `because Clean keeps ".." where no slash stands before it`
		os.ReadFile(filepath.Join(root, strings.Trim(name, "/")))
	})
	mux.HandleFunc("/slashes", func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		name = path.Clean(name) // want `as soon as a route lets it through`
		os.ReadFile(filepath.Join(root, name))
	})
	mux.HandleFunc("/rooted", func(w http.ResponseWriter, r *http.Request) {
		name := path.Clean("/" + r.URL.Path)
		os.ReadFile(filepath.Join(root, strings.Trim(name, "/")))
	})
	mux.HandleFunc("/joined", func(w http.ResponseWriter, r *http.Request) {
		os.ReadFile(root + path.Clean(path.Join("/", r.URL.Path)))
	})
	mux.HandleFunc("/uncleaned", func(w http.ResponseWriter, r *http.Request) {
		os.ReadFile(filepath.Join(root, strings.Trim(r.URL.Path, "/")))
	})
	mux.HandleFunc("/checked", func(w http.ResponseWriter, r *http.Request) {
		name := filepath.Clean(r.URL.Path)
		if strings.HasPrefix(name, "..") {
			return
		}
		os.ReadFile(filepath.Join(root, name))
	})
	mux.HandleFunc("/shown", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Path", path.Clean(r.URL.Path)) // no file is opened
	})
	mux.HandleFunc("/settings", func(w http.ResponseWriter, r *http.Request) {
		os.ReadFile(filepath.Clean(os.Getenv("SETTINGS"))) // not of the request
	})
	// That this gets out of its folder is proven, and reported as such.
	mux.HandleFunc("/named", func(w http.ResponseWriter, r *http.Request) {
		os.ReadFile(filepath.Join(root, filepath.Clean(r.FormValue("name"))))
	})
}
