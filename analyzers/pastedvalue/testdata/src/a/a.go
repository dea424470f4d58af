package a

import (
	"database/sql"
	"fmt"
	"net/http"
	"os"
	"os/exec"
)

func find(db *sql.DB, email string) {
	db.Query(fmt.Sprintf("SELECT * FROM users WHERE email = '%s'", email)) // want `what the callers of this function hand over can change what this query does`
	query := "INSERT INTO users (email) VALUES ("
	query += email + ")"
	db.Exec(query) // want `what the callers of this function hand over`
}

func search(db *sql.DB, name string) {
	pattern := name + "%"
	db.Query("SELECT * FROM users WHERE name LIKE '" + pattern + "'") // want `what the callers of this function hand over`
}

func start(password string) {
	cmd := exec.Command("bash")
	in, _ := cmd.StdinPipe()
	in.Write([]byte("sshpass -p " + password + "\n")) // want `what this command does`
	in.Write([]byte("exit\n"))
}

func operator(db *sql.DB) {
	db.Query("SELECT * FROM " + os.Args[1])           // want `the command line, environment or input`
	exec.Command("sh", "-c", os.Getenv("HOOK")).Run() // want `the command line, environment or input`
}

// A proven finding says more.
func proven(db *sql.DB, r *http.Request, w http.ResponseWriter) {
	db.Query("SELECT * FROM users WHERE name = '" + r.FormValue("name") + "'")
}

// There are no parameters for the names of tables.
func table(db *sql.DB, name string) { db.Query("SELECT * FROM " + name) }

// The whole text is the caller's to choose.
func whole(db *sql.DB, query string) { db.Query(query) }

func bound(db *sql.DB, email string) { db.Query("SELECT * FROM users WHERE email = $1", email) }

// A number cannot change the text.
func number(db *sql.DB, id int) { db.Query(fmt.Sprintf("SELECT * FROM users WHERE id = %d", id)) }

func wrapper(script string) { exec.Command("sh", "-c", script).Run() }

// The program is fixed, its argument is no program.
func argument() { exec.Command("ls", os.Args[1]).Run() }

// What people type is no beginning of a query.
func beginning(db *sql.DB, username string) {
	db.Exec(username + " AND INSERT INTO users") // want `what the callers of this function hand over`
}

// The beginning of a query may well be one.
func extended(db *sql.DB, base string) { db.Query(base + " ORDER BY name") }

// A number, whatever the operator says.
func limited(db *sql.DB) {
	db.Query(fmt.Sprintf("SELECT * FROM users LIMIT %d", os.Args[1]))
}

func appended(db *sql.DB) {
	query := "SELECT * FROM users WHERE name = '"
	query += os.Args[1] + "'"
	db.Query(query) // want `the command line, environment or input`
}
