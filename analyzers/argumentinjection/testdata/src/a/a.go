package a

import (
	"context"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

func clone(w http.ResponseWriter, r *http.Request) {
	exec.Command("git", "clone", r.FormValue("address"), "/srv/work").Run() // want `Whoever sends a form value of the request can hand options of their choice to this program`
}

func late(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimSpace(r.URL.Query().Get("name"))
	exec.CommandContext(r.Context(), "/usr/bin/tar", "xf", name).Run() // want `hand options`
}

func formatted(w http.ResponseWriter, r *http.Request) {
	exec.Command("rsync", r.FormValue("host")+":/data", "/srv").Run() // want `hand options`
}

// Nothing behind two dashes is an option.
func separated(w http.ResponseWriter, r *http.Request) {
	exec.Command("git", "clone", "--", r.FormValue("address"), "/srv/work").Run()
}

// The value of an option.
func valued(w http.ResponseWriter, r *http.Request) {
	exec.Command("convert", "in.png", "-resize", r.FormValue("size"), "out.png").Run()
}

// An option with its value in one.
func joined(w http.ResponseWriter, r *http.Request) {
	exec.Command("git", "log", "--author="+r.FormValue("author")).Run()
}

func below(w http.ResponseWriter, r *http.Request) {
	exec.Command("wc", filepath.Join("/srv/work", r.FormValue("name"))).Run()
}

func path(w http.ResponseWriter, r *http.Request) {
	exec.Command("wc", r.URL.Path).Run()
}

func checked(w http.ResponseWriter, r *http.Request) {
	branch := r.FormValue("branch")
	if strings.HasPrefix(branch, "-") {
		http.Error(w, "no such branch", http.StatusBadRequest)
		return
	}
	exec.Command("git", "checkout", branch).Run()
}

var word = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

func matches(w http.ResponseWriter, r *http.Request) {
	if name := r.FormValue("name"); word.MatchString(name) {
		exec.Command("git", "checkout", name).Run()
	}
}

var loose = regexp.MustCompile(`^[a-z0-9-]+$`)

func matchesDash(w http.ResponseWriter, r *http.Request) {
	if name := r.FormValue("name"); loose.MatchString(name) {
		exec.Command("git", "checkout", name).Run() // want `hand options`
	}
}

func number(w http.ResponseWriter, r *http.Request) {
	if n, err := strconv.ParseUint(r.FormValue("n"), 10, 32); err == nil {
		exec.Command("seq", strconv.FormatUint(n, 10)).Run()
	}
}

// What echo is given, it prints.
func printed(w http.ResponseWriter, r *http.Request) {
	exec.Command("echo", r.FormValue("text")).Run()
}

// Whoever starts the program may use all options.
func operator() {
	exec.CommandContext(context.Background(), "git", "clone", os.Args[1]).Run()
}
