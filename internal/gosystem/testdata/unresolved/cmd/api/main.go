package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"example.com/tol/internal/store"
)

type server struct {
	s3     *s3.Client
	bucket string
	db     *store.DB
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	s := &server{s3: s3.NewFromConfig(cfg), bucket: os.Getenv("BUCKET"), db: store.Open(os.Getenv("DSN"))}
	r := chi.NewRouter()
	r.Use(middleware.Logger)
	r.Get("/files/{name}", s.file)
	r.Route("/admin", func(r chi.Router) {
		r.Use(requireToken)
		r.Post("/orders", s.orders)
	})
	log.Fatal(http.ListenAndServe(":8080", r))
}

func requireToken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) file(w http.ResponseWriter, r *http.Request) {
	name := chi.URLParam(r, "name")
	out, err := s.s3.GetObject(r.Context(), &s3.GetObjectInput{Bucket: aws.String(s.bucket), Key: aws.String(name)})
	if err != nil {
		http.Error(w, "x", 500)
		return
	}
	defer out.Body.Close()
	os.ReadFile("/data/" + name)
}

func (s *server) orders(w http.ResponseWriter, r *http.Request) {
	s.db.Find(r.FormValue("q"))
}
