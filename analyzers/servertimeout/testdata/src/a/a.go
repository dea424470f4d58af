package a

import (
	"net"
	"net/http"
)

func run(mux *http.ServeMux) error {
	return http.ListenAndServe(":8080", mux) // want `sets no read timeout`
}

func runTLS(mux *http.ServeMux) error {
	return http.ListenAndServeTLS("0.0.0.0:8443", "cert.pem", "key.pem", mux) // want `sets no read timeout`
}

func on(l net.Listener, mux *http.ServeMux) error {
	return http.Serve(l, mux) // want `sets no read timeout`
}

func server(mux *http.ServeMux) *http.Server {
	return &http.Server{ // want `sets no read timeout`
		Addr:    ":8080",
		Handler: mux,
	}
}

func short(mux *http.ServeMux) error {
	srv := http.Server{Addr: ":8080", Handler: mux} // want `sets no read timeout`
	return srv.ListenAndServe()
}
