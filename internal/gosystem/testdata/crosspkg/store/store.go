// Package store keeps notes.
package store

import "database/sql"

// Notes is the table of notes.
type Notes struct{ DB *sql.DB }

// Raw runs a query as it is.
func (n *Notes) Raw(where string) (*sql.Rows, error) {
	return n.DB.Query("SELECT text FROM notes WHERE " + where)
}

// By finds the notes of an author.
func (n *Notes) By(author string) (*sql.Rows, error) {
	return n.DB.Query("SELECT text FROM notes WHERE author = $1", author)
}

// Name brings the author's name into form.
func Name(raw string) string { return "'" + raw + "'" }
