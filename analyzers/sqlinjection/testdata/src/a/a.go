package a

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"regexp"
	"strconv"
	"strings"
)

type server struct{ db *sql.DB }

func (s *server) direct(w http.ResponseWriter, r *http.Request) {
	s.db.Query("SELECT * FROM t WHERE name = '" + r.FormValue("name") + "'") // want `Whoever sends a form value of the request can change the meaning of this database query`
}

func (s *server) bound(w http.ResponseWriter, r *http.Request) {
	s.db.Query("SELECT * FROM t WHERE name = $1", r.FormValue("name"))
}

func (s *server) number(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		return
	}
	s.db.Query(fmt.Sprintf("SELECT * FROM t LIMIT %d", n))
}

// The text is used, but only after it was seen to be a number.
func (s *server) checkedNumber(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	if _, err := strconv.Atoi(id); err != nil {
		return
	}
	s.db.Query("SELECT * FROM t WHERE id = " + id)
}

// The error is not looked at.
func (s *server) uncheckedNumber(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	strconv.Atoi(id)
	s.db.Query("SELECT * FROM t WHERE id = " + id) // want `can change the meaning`
}

var word = regexp.MustCompile(`^[a-z_]+$`)
var loose = regexp.MustCompile(`[a-z_]+`)

func (s *server) pattern(w http.ResponseWriter, r *http.Request) {
	col := r.FormValue("sort")
	if !word.MatchString(col) {
		return
	}
	s.db.Query("SELECT * FROM t ORDER BY " + col)
}

// The pattern is not anchored: it only asks for one good letter.
func (s *server) loosePattern(w http.ResponseWriter, r *http.Request) {
	col := r.FormValue("sort")
	if !loose.MatchString(col) {
		return
	}
	s.db.Query("SELECT * FROM t ORDER BY " + col) // want `can change the meaning`
}

var columns = map[string]string{"name": "name", "age": "age"}

func (s *server) mapped(w http.ResponseWriter, r *http.Request) {
	col, ok := columns[r.FormValue("sort")]
	if !ok {
		col = "name"
	}
	s.db.Query("SELECT * FROM t ORDER BY " + col)
}

func (s *server) defaulted(w http.ResponseWriter, r *http.Request) {
	col := r.FormValue("sort")
	if col != "name" && col != "age" {
		col = "name"
	}
	s.db.Query("SELECT * FROM t ORDER BY " + col)
}

// Escaping for a page does nothing for a query.
func (s *server) wrongEscape(w http.ResponseWriter, r *http.Request) {
	s.db.Query("SELECT * FROM t WHERE n = '" + html.EscapeString(r.FormValue("n")) + "'") // want `can change the meaning`
}

type search struct {
	Text string `json:"text"`
	Page int    `json:"page"`
}

func (s *server) decoded(w http.ResponseWriter, r *http.Request) {
	var q search
	if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
		return
	}
	s.db.QueryContext(r.Context(), "SELECT * FROM t WHERE x LIKE '%"+q.Text+"%'") // want `Whoever sends the request can change`
	s.db.QueryContext(r.Context(), fmt.Sprintf("SELECT * FROM t OFFSET %d", q.Page))
}

func (s *server) built(w http.ResponseWriter, r *http.Request) {
	var b strings.Builder
	b.WriteString("SELECT * FROM t WHERE a = ")
	b.WriteString(r.FormValue("a"))
	s.db.Exec(b.String()) // want `can change the meaning`
	var c bytes.Buffer
	c.WriteString("SELECT 1")
	s.db.Exec(c.String())
}

func (s *server) listed(w http.ResponseWriter, r *http.Request) {
	var parts []string
	var args []any
	for i, v := range r.Form["id"] {
		parts = append(parts, "$"+strconv.Itoa(i+1))
		args = append(args, v)
	}
	s.db.Query("SELECT * FROM t WHERE id IN ("+strings.Join(parts, ",")+")", args...)
}

func (s *server) appended(w http.ResponseWriter, r *http.Request) {
	where := []string{"1 = 1"}
	if v := r.FormValue("v"); v != "" {
		where = append(where, "v = '"+v+"'")
	}
	s.db.Query("SELECT * FROM t WHERE " + strings.Join(where, " AND ")) // want `can change the meaning`
}

func (s *server) found(name string) (bool, error) {
	for _, known := range []string{"a", "b"} {
		if name == known {
			return true, nil
		}
	}
	return false, nil
}

func (s *server) asked(w http.ResponseWriter, r *http.Request) {
	table := r.FormValue("table")
	ok, _ := s.found(table)
	if !ok {
		return
	}
	s.db.Query("SELECT * FROM " + table)
}

func (s *server) flagged(w http.ResponseWriter, r *http.Request) {
	table := r.FormValue("table")
	known := false
	for _, t := range []string{"a", "b"} {
		if t == table {
			known = true
			break
		}
	}
	if !known {
		return
	}
	s.db.Query("SELECT * FROM " + table)
}

func (s *server) transaction(w http.ResponseWriter, r *http.Request) {
	tx, err := s.db.BeginTx(context.Background(), nil)
	if err != nil {
		return
	}
	tx.Exec("DELETE FROM t WHERE n = '" + r.PostFormValue("n") + "'") // want `can change the meaning`
	stmt, _ := tx.Prepare("DELETE FROM t WHERE n = ?")
	stmt.Exec(r.PostFormValue("n"))
}

func helper(db *sql.DB, r *http.Request) {
	name := r.URL.Query().Get("name")
	query := "SELECT * FROM users WHERE name = '" + name + "'"
	db.Query(query) // want `can change the meaning`
}

// What the database holds is not followed.
func (s *server) again(w http.ResponseWriter, r *http.Request) {
	var name string
	s.db.QueryRow("SELECT name FROM t WHERE id = $1", r.FormValue("id")).Scan(&name)
	s.db.Query("SELECT * FROM t WHERE name = '" + name + "'")
}

// The literal is run here.
func literal(db *sql.DB, r *http.Request) {
	id := r.FormValue("id")
	remove := func() {
		query := "DELETE FROM users WHERE id = " + id
		db.Exec(query)
	}
	remove() // want `can change the meaning`
}

func retry(f func()) {}

// Somebody else runs it, so that only its own place is known.
func handedOn(db *sql.DB, r *http.Request) {
	id := r.FormValue("id")
	retry(func() {
		db.Exec("DELETE FROM users WHERE id = " + id) // want `can change the meaning`
	})
}
