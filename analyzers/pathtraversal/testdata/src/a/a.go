package a

import (
	"errors"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
)

const base = "/var/files"

func direct(w http.ResponseWriter, r *http.Request) {
	os.ReadFile("/var/files/" + r.PathValue("name")) // want `Whoever sends a path segment of the request can name any file`
}

func joined(w http.ResponseWriter, r *http.Request) {
	os.Open(filepath.Join(base, r.FormValue("name"))) // want `can name any file`
}

// Clean resolves .. but does not keep a path in its folder.
func cleanedOnly(w http.ResponseWriter, r *http.Request) {
	os.Open(filepath.Join(base, filepath.Clean(r.FormValue("name")))) // want `can name any file`
}

// From a root there is no way up.
func rooted(w http.ResponseWriter, r *http.Request) {
	os.Open(filepath.Join(base, filepath.Clean("/"+r.FormValue("name"))))
	os.Open(filepath.Join(base, path.Join("/", r.FormValue("name"))))
}

func baseOnly(w http.ResponseWriter, r *http.Request) {
	os.Open(filepath.Join(base, filepath.Base(r.FormValue("name"))))
}

func local(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if !filepath.IsLocal(name) {
		return
	}
	os.ReadFile(filepath.Join(base, name))
}

func prefix(w http.ResponseWriter, r *http.Request) {
	full := filepath.Join(base, r.FormValue("name"))
	if !strings.HasPrefix(full, base+string(os.PathSeparator)) {
		return
	}
	os.ReadFile(full)
}

// Without cleaning, /var/files/../../etc has the prefix.
func prefixUncleaned(w http.ResponseWriter, r *http.Request) {
	full := base + "/" + r.FormValue("name")
	if !strings.HasPrefix(full, base+"/") {
		return
	}
	os.ReadFile(full) // want `can name any file`
}

func dots(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if strings.Contains(name, "..") {
		return
	}
	os.ReadFile(filepath.Join(base, name))
}

func safe(name string) (string, error) {
	full := filepath.Join(base, name)
	if !strings.HasPrefix(full, base+"/") {
		return "", errors.New("outside")
	}
	return full, nil
}

func throughSafe(w http.ResponseWriter, r *http.Request) {
	full, err := safe(r.FormValue("name"))
	if err != nil {
		return
	}
	os.ReadFile(full)
}

func relative(w http.ResponseWriter, r *http.Request) {
	full := filepath.Join(base, r.FormValue("name"))
	rel, err := filepath.Rel(base, full)
	if err != nil || strings.HasPrefix(rel, "..") {
		return
	}
	os.ReadFile(full)
}

func upload(w http.ResponseWriter, r *http.Request) {
	file, header, err := r.FormFile("picture")
	if err != nil {
		return
	}
	out, _ := os.Create(filepath.Join(base, header.Filename)) // want `can name any file`
	io.Copy(out, file)
	out2, _ := os.Create(filepath.Join(base, filepath.Base(header.Filename)))
	io.Copy(out2, file)
}

func confined(w http.ResponseWriter, r *http.Request) {
	root, err := os.OpenRoot(base)
	if err != nil {
		return
	}
	root.Open(r.FormValue("name"))
}

func served(w http.ResponseWriter, r *http.Request) {
	http.ServeFile(w, r, "static/index.html")
	http.ServeFile(w, r, "static/"+r.FormValue("page")) // want `can name any file`
}

// What a file holds is not what its name is.
func content(w http.ResponseWriter, r *http.Request) {
	name, _ := os.ReadFile("current")
	os.ReadFile(string(name))
	os.WriteFile("upload.bin", []byte(r.FormValue("content")), 0o600)
}

func ext(w http.ResponseWriter, r *http.Request) {
	os.Create("upload" + filepath.Ext(r.FormValue("name")))
}

// ServeFile refuses ".." in the path of the request that it answers, and in no
// other part of it.
func refused(w http.ResponseWriter, r *http.Request) {
	http.ServeFile(w, r, filepath.Join(base, r.URL.Path))
	http.ServeFile(w, r, filepath.Join(base, r.FormValue("name"))) // want `can name any file`
	os.Open(filepath.Join(base, r.URL.Path))                       // want `can name any file`
}

// Where a link leads is asked in order to refuse it; nothing is opened.
func inspected(w http.ResponseWriter, r *http.Request) {
	if to, err := os.Readlink(filepath.Join(base, r.FormValue("name"))); err == nil {
		http.Error(w, "a link", len(to))
	}
}

// A pattern without a slash at its end is one path, whoever sends it.
func routes(mux *http.ServeMux, root string) {
	mux.HandleFunc("/readme", func(w http.ResponseWriter, r *http.Request) {
		os.ReadFile(filepath.Join(root, r.URL.Path))
		os.ReadFile(filepath.Join(root, r.FormValue("name"))) // want `Whoever sends a form value`
	})
	mux.HandleFunc("GET /files/{name}", func(w http.ResponseWriter, r *http.Request) {
		os.ReadFile(root + r.PathValue("name")) // want `Whoever sends a path segment`
	})
	mux.HandleFunc("/rewritten", func(w http.ResponseWriter, r *http.Request) {
		r.URL.Path = r.FormValue("name")
		os.ReadFile(root + r.URL.Path) // want `Whoever sends a form value`
	})
	shared := func(w http.ResponseWriter, r *http.Request) {
		os.ReadFile(root + r.URL.Path) // want `Whoever sends the request`
	}
	mux.HandleFunc("/one", shared)
	mux.HandleFunc("/all/", shared)
}
