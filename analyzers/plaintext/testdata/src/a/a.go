package a

import (
	"context"
	"flag"
	"net"
	"net/http"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

func dial(target string) {
	grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials())) // want `can read and change these calls`
	grpc.Dial("billing:443", grpc.WithInsecure())                                    // want `can read and change these calls`
}

func dialContext(ctx context.Context) {
	creds := insecure.NewCredentials() // want `can read and change these calls`
	grpc.DialContext(ctx, os.Getenv("BILLING"), grpc.WithTransportCredentials(creds))
}

func encrypted(target string) {
	grpc.NewClient(target, grpc.WithTransportCredentials(credentials.NewTLS(nil)))
}

// Nobody stands between a machine and itself.
func itself() {
	grpc.NewClient("localhost:9090", grpc.WithTransportCredentials(insecure.NewCredentials()))
}

func socket() {
	grpc.NewClient("unix:///run/app.sock", grpc.WithTransportCredentials(insecure.NewCredentials()))
}

var plain = flag.Bool("plain", false, "no encryption")

// Whoever operates the program asked for it.
func asked(target string) {
	if *plain {
		grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	}
}

func serve() {
	l, _ := net.Listen("tcp", ":9090")
	s := grpc.NewServer(grpc.MaxRecvMsgSize(1 << 20)) // want `can read and change the calls to this server`
	s.Serve(l)
}

func serveEncrypted(creds credentials.TransportCredentials) {
	grpc.NewServer(grpc.Creds(creds))
}

// Its options come from elsewhere.
func serveWith(options ...grpc.ServerOption) { grpc.NewServer(options...) }

// Something in front of port 8080 mostly encrypts.
func behind() { http.ListenAndServe(":8080", nil) }

type check struct{ scheme string }

// The configuration asks for it.
func (c check) dial(target string) {
	var options []grpc.DialOption
	switch c.scheme {
	case "http", "":
		options = append(options, grpc.WithTransportCredentials(insecure.NewCredentials()))
	}
	grpc.NewClient(target, options...)
}
