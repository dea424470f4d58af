// Package tlsversion finds TLS configurations that allow broken versions or
// cipher suites.
//
// # Analyzer tlsversion
//
// tlsversion: report TLS configurations that allow old versions or weak ciphers
//
// Someone on the way can force an old protocol with known flaws and read the
// traffic, because the configuration still allows it (CWE-327, CWE-757):
//
//	&tls.Config{MinVersion: tls.VersionTLS10}
//
// Ask for TLS 1.2 at least, and leave the cipher suites to Go:
//
//	&tls.Config{MinVersion: tls.VersionTLS12}
//
// A configuration without a minimum is not reported: since Go 1.18 for clients
// and 1.22 for servers that means TLS 1.2. Programs whose go.mod asks for an
// older Go are missed for that reason. Cipher suites are judged by the list
// that crypto/tls itself calls insecure, and not at all where TLS 1.3 is the
// minimum, which does not use them. A value that an option chooses is not
// reported.
package tlsversion
