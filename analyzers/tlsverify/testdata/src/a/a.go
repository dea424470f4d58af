package a

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
)

const debug = true

func skipped() *tls.Config {
	return &tls.Config{InsecureSkipVerify: true} // want `accepts any certificate`
}

func skippedByConstant() *tls.Config {
	return &tls.Config{InsecureSkipVerify: debug} // want `accepts any certificate`
}

func inTransport() *http.Client {
	return &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{
			ServerName:         "db.internal",
			InsecureSkipVerify: true, // want `accepts any certificate`
		},
	}}
}

func assigned(t *http.Transport) {
	t.TLSClientConfig.InsecureSkipVerify = true // want `accepts any certificate`
}

// A check that always agrees is none.
func sham() *tls.Config {
	return &tls.Config{
		InsecureSkipVerify:    true, // want `accepts any certificate`
		VerifyPeerCertificate: func([][]byte, [][]*x509.Certificate) error { return nil },
	}
}

// A nil check is none.
func none() *tls.Config {
	return &tls.Config{InsecureSkipVerify: true, VerifyConnection: nil} // want `accepts any certificate`
}

// The caller decides; nothing is proven here.
func unknown(skip bool) *tls.Config {
	return &tls.Config{InsecureSkipVerify: skip}
}

// Pinning replaces the standard check.
func ownCheck(pin func(tls.ConnectionState) error) *tls.Config {
	return &tls.Config{InsecureSkipVerify: true, VerifyConnection: pin}
}

// The check of its own is set a line later.
func ownCheckLater(pin func(tls.ConnectionState) error) *tls.Config {
	cfg := &tls.Config{InsecureSkipVerify: true}
	cfg.VerifyConnection = pin
	return cfg
}

type options struct{ Insecure bool }

// Whoever runs the program asked for it by an option.
func byOption(o options) *tls.Config {
	cfg := &tls.Config{}
	if o.Insecure {
		cfg.InsecureSkipVerify = true
	}
	return cfg
}

// Off is the default.
func off() *tls.Config {
	return &tls.Config{InsecureSkipVerify: false}
}

type settings struct{ InsecureSkipVerify bool }

// The name alone says nothing: this is not TLS.
func other() settings { return settings{InsecureSkipVerify: true} }
