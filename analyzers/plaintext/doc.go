// Package plaintext finds connections that everyone on the way can read.
//
// # Analyzer plaintext
//
// plaintext: report gRPC connections and public HTTP servers without encryption
//
// Someone on the network between two services reads and changes what they
// exchange, and poses as one of them (CWE-319):
//
//	grpc.NewClient("billing:443", grpc.WithTransportCredentials(insecure.NewCredentials()))
//	http.ListenAndServe(":80", nil)
//
// Encrypt, and check who answers:
//
//	grpc.NewClient("billing:443", grpc.WithTransportCredentials(credentials.NewTLS(nil)))
//
// A gRPC client is reported (GOC-003) unless its address is of the machine
// itself, a socket, or an option asked for plain text. A gRPC server is reported
// where it gets options, or none, and no credentials, in a package that opens a
// port on the network. A plain HTTP server is reported (GOH-051) only where it is
// the public face: on port 80 without sending visitors to HTTPS, or where the
// package itself takes passwords. Other ports are mostly behind something that
// encrypts; whether they are is for the model to say. A service mesh that
// encrypts outside the program is not seen.
package plaintext
