// Package store keeps orders in the database.
package store

import (
	"database/sql"
	"fmt"
)

// Orders is the table of orders.
type Orders struct{ db *sql.DB }

// Order is a row of it.
type Order struct {
	ID       int64
	Customer string
	Email    string
}

// Open connects to the database.
func Open(url string) (*Orders, error) {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return nil, err
	}
	return &Orders{db: db}, nil
}

// Add records an order.
func (o *Orders) Add(id int64, customer string) error {
	_, err := o.db.Exec("INSERT INTO orders (id, customer) VALUES ($1, $2)", id, customer)
	return err
}

// Search finds orders whose item contains the text.
func (o *Orders) Search(text, order string) ([]Order, error) {
	query := fmt.Sprintf("SELECT id, customer, email FROM orders WHERE item LIKE $1 ORDER BY %s", order)
	return o.list(query, "%"+text+"%")
}

// Of returns the orders of one customer.
func (o *Orders) Of(customer string) ([]Order, error) {
	return o.list("SELECT id, customer, email FROM orders WHERE customer = $1", customer)
}

func (o *Orders) list(query string, args ...any) ([]Order, error) {
	rows, err := o.db.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var orders []Order
	for rows.Next() {
		var order Order
		if err := rows.Scan(&order.ID, &order.Customer, &order.Email); err != nil {
			return nil, err
		}
		orders = append(orders, order)
	}
	return orders, rows.Err()
}
