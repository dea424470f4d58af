package a

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"

	"github.com/gin-gonic/gin"
)

func load() error { return nil }

func failed(w http.ResponseWriter, r *http.Request) {
	if err := load(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `how the service is built`
	}
}

func printed(w http.ResponseWriter, r *http.Request) {
	if err := load(); err != nil {
		fmt.Fprintf(w, "failed: %v", err) // want `how the service is built`
	}
}

func formatted(w http.ResponseWriter, r *http.Request) {
	err := load()
	http.Error(w, fmt.Sprintf("load: %v", err), 500) // want `how the service is built`
}

func encoded(w http.ResponseWriter, r *http.Request) {
	err := load()
	json.NewEncoder(w).Encode(map[string]string{"error": err.Error()}) // want `how the service is built`
}

func inGin(c *gin.Context) {
	if err := load(); err != nil {
		c.JSON(500, gin.H{"error": err.Error()}) // want `how the service is built`
	}
}

func notFound(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_, err := db.Exec("DELETE FROM orders WHERE id = $1", r.PathValue("id"))
		http.Error(w, err.Error(), http.StatusNotFound) // want `how the service is built`
	}
}

// The text stays inside.
func logged(w http.ResponseWriter, r *http.Request) {
	if err := load(); err != nil {
		log.Printf("load: %v", err)
		fmt.Fprintf(os.Stderr, "load: %v", err)
		http.Error(w, "the order could not be loaded", http.StatusInternalServerError)
	}
}

// The caller learns what is wrong with the request.
func invalid(w http.ResponseWriter, r *http.Request) {
	if _, err := strconv.Atoi(r.FormValue("n")); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}

// So here, with the status set first.
func invalidFirst(w http.ResponseWriter, r *http.Request) {
	if _, err := strconv.Atoi(r.FormValue("n")); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		json.NewEncoder(w).Encode(map[string]string{"error": err.Error()})
	}
}

func bound(c *gin.Context) {
	if err := c.ShouldBindJSON(nil); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
	}
}

var errClosed = errors.New("the shop is closed")

// This text is made for the caller.
func fixed(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, errClosed)
}

type problem struct{ text string }

func (p problem) Error() string { return p.text }

// So is that of a type of its own.
func typed(w http.ResponseWriter, r *http.Request, p problem) {
	http.Error(w, p.Error(), http.StatusInternalServerError)
}

// This is no handler: it writes to whoever runs the program.
func command() {
	if err := load(); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

// An internal error that is wrapped into itself stays one.
func wrapped(w http.ResponseWriter, r *http.Request) {
	_, err := os.ReadFile("/etc/shop/prices")
	if err != nil {
		err = fmt.Errorf("prices: %w", err)
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `how the service is built`
	}
}
