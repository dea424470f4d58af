package main

import (
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	create("report.txt")
	create2("/srv", "report.txt")
	cleaned("report.txt")
	run("uptime")
	get("http://127.0.0.1/health")
	hand("report.txt")
	http.HandleFunc("/served", served)
}

func create(name string) (*os.File, error) {
	return os.Create(name) // want `Whoever calls this function decides which file it opens or changes because its parameter name is taken as it is`
}

// create2 keeps to its folder as far as it knows: what is opened is not what the caller said.
func create2(dir, name string) (*os.File, error) { return os.Create(filepath.Join(dir, name)) }

func cleaned(name string) (*os.File, error) { return os.Open(filepath.Clean(name)) }

func local(name string) (*os.File, error) {
	if !filepath.IsLocal(name) {
		return nil, os.ErrNotExist
	}
	return os.Open(name)
}

func run(program string) error {
	return exec.Command(program).Run() // want `decides which program it runs because its parameter program is taken as it is`
}

func get(url string) error {
	resp, err := http.Get(url) // want `decides which address it calls because its parameter url`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// hand only hands on; where it is used is told there.
func hand(name string) (*os.File, error) { return create(name) }

type config struct{ path string }

// load uses what an object holds, not what its caller says.
func (c config) load() ([]byte, error) { return os.ReadFile(c.path) }

// open does what anyone says, which is a finding of its own.
func open(name string) (*os.File, error) { return os.Open(name) }

func served(w http.ResponseWriter, r *http.Request) {
	f, err := open(r.FormValue("name"))
	if err != nil {
		return
	}
	io.Copy(w, f)
}
