// Command worker takes orders from the queue, stores them and makes invoices.
package main

import (
	"context"
	"encoding/json"
	"log"
	"math/rand"
	"os"
	"os/exec"
	"time"

	"example.com/shop/internal/cloud"
	"example.com/shop/internal/store"
)

// Order is what the shop puts into the queue.
type Order struct {
	ID       int64  `json:"id"`
	Customer string `json:"customer"`
	Template string `json:"template"`
}

func main() {
	orders, err := store.Open(os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	queue := cloud.NewQueue(os.Getenv("ORDERS_QUEUE_URL"))
	for {
		messages, err := queue.Receive(context.Background())
		if err != nil {
			log.Printf("receive: %v", err)
			// Spread the retries of many workers; nobody gains by guessing this.
			time.Sleep(time.Second + time.Duration(rand.Intn(1000))*time.Millisecond)
			continue
		}
		for _, m := range messages {
			if err := handle(orders, m); err != nil {
				log.Printf("order: %v", err)
			}
		}
	}
}

func handle(orders *store.Orders, body []byte) error {
	var order Order
	if err := json.Unmarshal(body, &order); err != nil {
		return err
	}
	if err := orders.Add(order.ID, order.Customer); err != nil {
		return err
	}
	return invoice(order)
}

// invoice renders the order with the program that the accountants know.
func invoice(order Order) error {
	return exec.Command("invoice", "--customer", "by-id").Run()
}
