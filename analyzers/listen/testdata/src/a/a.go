package a

import (
	"crypto/tls"
	"net"
	"net/http"
	"os"
)

const everywhere = "0.0.0.0:2000"

func open(conf *tls.Config) {
	net.Listen("tcp", ":9000")         // want `on any network`
	net.Listen("tcp", everywhere)      // want `on any network`
	net.ListenPacket("udp", "[::]:53") // want `on any network`
	tls.Listen("tcp", ":9443", conf)   // want `on any network`
}

func split(address string) (string, string) { return "tcp", address }

func indirect() {
	addr := ":9001"
	net.Listen(split(addr)) // want `on any network`
}

func named() {
	net.Listen("tcp", "127.0.0.1:9000")
	net.Listen("tcp", "10.1.2.3:9000")
	net.Listen("unix", "/run/app.sock")
}

// Whoever operates the program decides.
func chosen() {
	net.Listen("tcp", os.Getenv("LISTEN"))
	net.Listen("tcp", ":"+os.Getenv("PORT"))
}

// The routes of the server are judged one by one.
func web(h http.Handler) {
	l, _ := net.Listen("tcp", ":8080")
	http.Serve(l, h)
}

// A port that nobody knows is one for a test.
func free() { net.Listen("tcp", ":0") }
