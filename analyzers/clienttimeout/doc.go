// Package clienttimeout finds calls to other services that may wait forever.
//
// # Analyzer clienttimeout
//
// clienttimeout: report HTTP calls without a timeout
//
// When the other side is slow, every request that needs it waits too, until
// this service has no room left: their trouble becomes our outage (CWE-1088,
// CWE-400):
//
//	resp, err := http.Get(url)
//	client := &http.Client{}
//
// Say how long to wait:
//
//	client := &http.Client{Timeout: 10 * time.Second}
//	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
//
// The functions of net/http that use its default client are reported where the
// package serves requests itself or is a library; in a program or package that
// is a command line, which somebody watches, they are not. A client without a
// timeout is reported where the package sends requests without a context with
// it, and sets no timeout later. A client that is handed to somebody else is
// missed. Whether a context really has a deadline is not followed.
package clienttimeout
