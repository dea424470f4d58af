package a

import (
	"context"
	"net/http"
	"os"
	"os/exec"
	"strings"
)

func shell(w http.ResponseWriter, r *http.Request) {
	size := r.FormValue("size")
	exec.Command("sh", "-c", "convert in.png -resize "+size+" -").Output() // want `Whoever sends a form value of the request can run commands`
}

// A program of ours gets the text as one argument.
func argument(w http.ResponseWriter, r *http.Request) {
	exec.Command("convert", "in.png", "-resize", r.FormValue("size")).Run()
}

// The shell's own text is constant; what follows it is data to the shell.
func positional(w http.ResponseWriter, r *http.Request) {
	exec.Command("sh", "-c", `grep -- "$1" list.txt`, "sh", r.FormValue("q")).Run()
}

func program(w http.ResponseWriter, r *http.Request) {
	exec.CommandContext(r.Context(), r.FormValue("tool")).Run() // want `can run commands`
}

func split(w http.ResponseWriter, r *http.Request) {
	parts := strings.Fields(r.FormValue("cmd"))
	exec.Command(parts[0], parts[1:]...).Run() // want `can run commands`
}

var tools = map[string]string{"list": "/bin/ls"}

func chosen(w http.ResponseWriter, r *http.Request) {
	tool, ok := tools[r.FormValue("tool")]
	if !ok {
		return
	}
	exec.CommandContext(context.Background(), tool).Run()
}

// Whoever starts the program may say what it runs.
func operator() {
	exec.Command("sh", "-c", os.Getenv("HOOK")).Run()
	exec.Command(os.Args[1]).Run()
}

func remote(w http.ResponseWriter, r *http.Request) {
	exec.Command("ssh", "host", "ls "+r.FormValue("dir")).Run() // want `can run commands`
}

func field(w http.ResponseWriter, r *http.Request) {
	cmd := &exec.Cmd{}
	cmd.Path = r.FormValue("tool") // want `can run commands`
	cmd.Run()
}
