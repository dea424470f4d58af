package a

import (
	"embed"
	"io/fs"
	"net/http"
	"os"
)

//go:embed a.go
var built embed.FS

func routes(uploads string) {
	http.Handle("/files/", http.FileServer(http.Dir("/var/lib/app")))       // want `can list and download what lies in this folder`
	http.Handle("/", http.StripPrefix("/", http.FileServer(http.Dir("/")))) // want `every file that the program can`
	http.Handle("/up/", http.FileServer(http.Dir(uploads)))                 // want `can list and download`

	reports := http.Dir("reports")
	http.Handle("/reports/", http.FileServer(reports)) // want `can list and download`

	http.Handle("/dirfs/", http.FileServerFS(os.DirFS("exports")))     // want `can list and download`
	http.Handle("/fs/", http.FileServer(http.FS(os.DirFS("exports")))) // want `can list and download`
}

// All of it is meant for everyone.
func public(staticDir string) {
	http.Handle("/static/", http.FileServer(http.Dir("./static")))
	http.Handle("/assets/", http.FileServer(http.Dir(staticDir)))
}

// What was built in was chosen.
func embedded() {
	http.Handle("/e/", http.FileServer(http.FS(built)))
	sub, _ := fs.Sub(built, "x")
	http.Handle("/s/", http.FileServerFS(sub))
}

type filesOnly struct{ http.FileSystem }

func (f filesOnly) Open(name string) (http.File, error) {
	file, err := f.FileSystem.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err != nil || info.IsDir() {
		file.Close()
		return nil, fs.ErrNotExist
	}
	return file, nil
}

// This file system hides folders.
func hidden() {
	http.Handle("/h/", http.FileServer(filesOnly{http.Dir("uploads")}))
}

// One file, no list.
func single(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, "/etc/motd") }
