package resumed

import (
	"crypto/tls"
	"crypto/x509"
)

func notRevoked(raw [][]byte, chains [][]*x509.Certificate) error { return nil }

func server() *tls.Config {
	return &tls.Config{
		ClientAuth:            tls.RequireAndVerifyClientCert,
		VerifyPeerCertificate: notRevoked, // want `by resuming an earlier session`
	}
}

func keeping() *tls.Config {
	return &tls.Config{
		ServerName:            "bank.example.com",
		ClientSessionCache:    tls.NewLRUClientSessionCache(8),
		VerifyPeerCertificate: notRevoked, // want `by resuming an earlier session`
	}
}

// Each connection of this client is new.
func client(pool *x509.CertPool) *tls.Config {
	return &tls.Config{RootCAs: pool, VerifyPeerCertificate: notRevoked}
}

// Resumed sessions come to this check.
func both(check func(tls.ConnectionState) error) *tls.Config {
	return &tls.Config{VerifyPeerCertificate: notRevoked, VerifyConnection: check}
}

func noTickets() *tls.Config {
	return &tls.Config{VerifyPeerCertificate: notRevoked, SessionTicketsDisabled: true}
}

func noTicketsLater() *tls.Config {
	cfg := &tls.Config{VerifyPeerCertificate: notRevoked}
	cfg.SessionTicketsDisabled = true
	return cfg
}
