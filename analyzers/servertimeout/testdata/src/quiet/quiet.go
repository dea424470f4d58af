package quiet

import (
	"flag"
	"fmt"
	"net"
	"net/http"
	"time"
)

func headers(mux *http.ServeMux) *http.Server {
	return &http.Server{Handler: mux, ReadHeaderTimeout: time.Second}
}

// The time for the whole request covers the headers.
func whole(mux *http.ServeMux) *http.Server {
	return &http.Server{Handler: mux, ReadTimeout: time.Minute}
}

// The timeout is set a line later.
func later(mux *http.ServeMux) *http.Server {
	srv := &http.Server{Addr: ":8080", Handler: mux}
	srv.ReadHeaderTimeout = time.Second
	return srv
}

// Only the machine itself can be slow.
func loopback(mux *http.ServeMux) error {
	return http.ListenAndServe("127.0.0.1:6060", mux)
}

var debugAddr = flag.String("debug", "localhost:6060", "where to serve debug pages")

// The flag's default is the machine itself.
func byFlag(mux *http.ServeMux) error {
	return http.ListenAndServe(*debugAddr, mux)
}

// A Unix socket is not on the network.
func socket(mux *http.ServeMux) error {
	l, err := net.Listen("unix", "/run/app.sock")
	if err != nil {
		return err
	}
	return http.Serve(l, mux)
}

// The callback of a login in a command-line program listens locally.
func callback(mux *http.ServeMux) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: mux}
	return srv.Serve(l)
}

func place() (string, http.Handler) { return ":8080", nil }

// Where this listens is not known here.
func spread() error { return http.ListenAndServe(place()) }

// Only the port is free.
func anyPort(mux *http.ServeMux, port int) error {
	srv := &http.Server{Addr: fmt.Sprintf("127.0.0.1:%d", port), Handler: mux}
	return srv.ListenAndServe()
}

func joined(mux *http.ServeMux, port string) error {
	return http.ListenAndServe(net.JoinHostPort("localhost", port), mux)
}

func unixListener(mux *http.ServeMux, path string) error {
	addr, err := net.ResolveUnixAddr("unix", path)
	if err != nil {
		return err
	}
	l, err := net.ListenUnix("unix", addr)
	if err != nil {
		return err
	}
	return http.Serve(l, mux)
}

// The server is told where it listens, for what it says of itself.
func unixServer(mux *http.ServeMux, path string) (*http.Server, error) {
	if _, err := net.ResolveUnixAddr("unix", path); err != nil {
		return nil, err
	}
	return &http.Server{Addr: path, Handler: mux}, nil
}
