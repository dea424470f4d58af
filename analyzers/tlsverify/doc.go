// Package tlsverify finds TLS clients that accept any certificate.
//
// # Analyzer tlsverify
//
// tlsverify: report TLS configurations that verify nothing, or not always
//
// Someone between client and server can read and change what they exchange,
// because the client accepts any certificate (CWE-295):
//
//	&tls.Config{InsecureSkipVerify: true}
//
// Trust the server's own authority instead:
//
//	&tls.Config{RootCAs: pool}
//
// A configuration with a check of its own, VerifyConnection or
// VerifyPeerCertificate, is not reported, unless that check is a function
// literal that always agrees. Nor is a value that the caller or an option
// decides. A configuration that is made in one function and changed in another
// is judged by each part alone.
//
// VerifyPeerCertificate is not called where a session is resumed, so that a server
// whose only check it is lets in who was refused since (CWE-295, GOH-061). Make
// the check in VerifyConnection, or set SessionTicketsDisabled; clients are reported
// only where they keep sessions.
package tlsverify
