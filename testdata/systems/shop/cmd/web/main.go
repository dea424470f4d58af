// Command web is the shop's front: pages, search and profile pictures.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"example.com/shop/internal/cloud"
	"example.com/shop/internal/session"
	"example.com/shop/internal/store"
	"example.com/shop/internal/web"
)

func main() {
	orders, err := store.Open(os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	server := &web.Server{
		Orders:    orders,
		Sessions:  session.NewStore(),
		Customers: cloud.NewBucket(os.Getenv("CUSTOMERS_BUCKET")),
		Queue:     cloud.NewQueue(os.Getenv("ORDERS_QUEUE_URL")),
		Pictures:  os.Getenv("PICTURES_DIR"),
	}
	front := &http.Server{
		Addr:    ":8080",
		Handler: server.Routes(),
	}
	go admin()
	log.Fatal(front.ListenAndServe())
}

// admin serves operators on the machine itself, and nobody else.
func admin() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	local := &http.Server{Addr: "127.0.0.1:9090", Handler: mux, ReadHeaderTimeout: 2 * time.Second}
	log.Print(local.ListenAndServe())
}
