// Package redirectauth finds credentials that follow a redirect to another host.
//
// # Analyzer redirectauth
//
// redirectauth: report clients that send their credentials wherever they are redirected
//
// net/http leaves the credentials of a request behind when an answer redirects it
// to another host. A policy of the client's own can put them back, and whoever
// answers the first request chooses who gets them (CWE-522, CWE-200):
//
//	client.CheckRedirect = func(req *http.Request, via []*http.Request) error {
//		req.Header = via[0].Header.Clone()
//		return nil
//	}
//
// Leave them out, or compare the host first:
//
//	if req.URL.Host == via[0].URL.Host {
//		req.Header.Set("Authorization", via[0].Header.Get("Authorization"))
//	}
//
// Reported are policies that copy all headers, or set one that carries a
// credential, and that look at no host. Transports that add a credential to each
// request are not seen.
package redirectauth
