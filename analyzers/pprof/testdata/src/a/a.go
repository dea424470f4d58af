package a

import (
	"expvar"
	"net/http"
	"net/http/pprof"
)

func public(orders http.Handler) error {
	mux := http.NewServeMux()
	mux.Handle("/orders", orders)
	mux.HandleFunc("/debug/pprof/", pprof.Index) // want `debug pages`
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	return http.ListenAndServe(":8080", mux)
}

func returned(orders http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/orders", orders)
	mux.Handle("/debug/vars", expvar.Handler()) // want `debug pages`
	return mux
}

// Only the machine itself reaches this router.
func loopback() error {
	debug := http.NewServeMux()
	debug.HandleFunc("/debug/pprof/", pprof.Index)
	return http.ListenAndServe("127.0.0.1:6060", debug)
}

// A router for operations alone; who serves it, and where, is not seen here.
func operations(metrics http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/metrics", metrics)
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	return mux
}

// Somebody checks who asks.
func guarded(orders http.Handler, admins func(http.Handler) http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/orders", orders)
	mux.Handle("/debug/pprof/", admins(http.HandlerFunc(pprof.Index)))
	return mux
}

// Whoever runs the program asked for it by an option.
func chosen(orders http.Handler, debug bool) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/orders", orders)
	if debug {
		mux.HandleFunc("/debug/pprof/", pprof.Index)
	}
	return mux
}
