// Package listen finds ports that are open on every network of the machine.
//
// # Analyzer listen
//
// listen: report ports that are open on every network of the machine
//
// A listener without a host answers on every interface, also on those that
// nobody thought of: the office network, a VPN, the internet. Everyone there can
// talk to it (CWE-1327):
//
//	net.Listen("tcp", ":9000")
//
// Name the interface that is meant:
//
//	net.Listen("tcp", "127.0.0.1:9000")
//
// That is how most services in containers work, where the platform decides who
// reaches the port: an HTTP or gRPC server, whose routes are judged one by one,
// is not reported where the same function serves on the listener, nor an address
// that an option decides. Reported are listeners of package net and crypto/tls
// with a constant address, as unlikely to harm by themselves.
package listen
