package store

import (
	"fmt"
	"github.com/jmoiron/sqlx"
)

type DB struct{ db *sqlx.DB }

func Open(dsn string) *DB {
	db, err := sqlx.Open("postgres", dsn)
	if err != nil {
		panic(err)
	}
	return &DB{db: db}
}

func (d *DB) Find(q string) error {
	rows, err := d.db.Queryx(fmt.Sprintf("SELECT * FROM t WHERE a = '%s'", q))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
	}
	return rows.Err()
}
