package web

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
)

// Picture serves a product's picture; its name must stay in the folder.
func (s *Server) Picture(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	if !filepath.IsLocal(name) {
		http.NotFound(w, r)
		return
	}
	content, err := os.ReadFile(filepath.Join(s.Pictures, name))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "image/png")
	w.Write(content)
}

// Invoice serves a customer's invoice.
func (s *Server) Invoice(w http.ResponseWriter, r *http.Request) {
	content, err := os.ReadFile("/var/invoices/" + r.PathValue("name"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/pdf")
	w.Write(content)
}

// Thumbnail makes a small version of a picture that the customer uploaded.
func (s *Server) Thumbnail(w http.ResponseWriter, r *http.Request) {
	size := r.FormValue("size")
	out, err := exec.Command("sh", "-c", "convert upload.png -resize "+size+" -").Output()
	if err != nil {
		http.Error(w, "cannot convert", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "image/png")
	w.Write(out)
}
