package a

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
)

func printed(w http.ResponseWriter, r *http.Request) {
	log.Printf("signed in: %s", r.FormValue("user")) // want `Whoever sends a form value of the request can forge entries of the log`
	log.Println("path", r.URL.Path)                  // want `can forge entries`
}

func quoted(w http.ResponseWriter, r *http.Request) {
	log.Printf("signed in: %q", r.FormValue("user"))
	log.Print("signed in: " + strconv.Quote(r.FormValue("user")))
	log.Printf("%s %d", r.Method, len(r.FormValue("user")))
}

var oneLine = strings.NewReplacer("\n", " ", "\r", " ")

func stripped(w http.ResponseWriter, r *http.Request) {
	user := strings.ReplaceAll(strings.ReplaceAll(r.FormValue("user"), "\n", ""), "\r", "")
	log.Println("user", user)
	log.Println("user", oneLine.Replace(r.FormValue("user")))
}

func structured(w http.ResponseWriter, r *http.Request) {
	slog.Info("signed in", "user", r.FormValue("user"))
	slog.Info("signed in " + r.FormValue("user")) // want `can forge entries`
}

func wrapped(w http.ResponseWriter, r *http.Request) {
	err := fmt.Errorf("no user %s", r.FormValue("user"))
	log.Print(err) // want `can forge entries`
	if _, err := strconv.Atoi(r.FormValue("n")); err != nil {
		log.Print(err)
	}
}

func logged(logger *log.Logger, what string) { logger.Printf("did %v", what) }

func through(w http.ResponseWriter, r *http.Request) {
	logged(log.Default(), r.FormValue("what")) // want `can forge entries`
	logged(log.Default(), "nothing")
}
