package a

import "crypto/tls"

func old() *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS10} // want `versions before 1.2`
}

func oldByNumber() *tls.Config {
	return &tls.Config{
		ServerName: "shop",
		MinVersion: 0x0302, // want `versions before 1.2`
	}
}

func capped(cfg *tls.Config) {
	cfg.MaxVersion = tls.VersionTLS11 // want `versions before 1.2`
}

var ciphers = []uint16{
	tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
	tls.TLS_RSA_WITH_RC4_128_SHA, // want `known to be weak`
}

func weakSuite() *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS12, CipherSuites: ciphers}
}

// This is the default since Go 1.18 and 1.22.
func unset() *tls.Config { return &tls.Config{ServerName: "shop"} }

// Zero asks for the default.
func zero() *tls.Config { return &tls.Config{MinVersion: 0} }

func modern() *tls.Config { return &tls.Config{MinVersion: tls.VersionTLS13} }

// TLS 1.3 does not use the list.
func unused() *tls.Config {
	return &tls.Config{
		MinVersion:   tls.VersionTLS13,
		CipherSuites: []uint16{tls.TLS_RSA_WITH_RC4_128_SHA},
	}
}

func strongSuite() *tls.Config {
	return &tls.Config{CipherSuites: []uint16{tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256}}
}

// Names of versions in a table allow nothing.
var versions = map[string]uint16{"1.0": tls.VersionTLS10, "1.2": tls.VersionTLS12}

// The operator chooses.
func chosen(cfg *tls.Config, version string) { cfg.MinVersion = versions[version] }

// Whoever runs the program asked for it by an option.
func byOption(cfg *tls.Config, legacy bool) {
	if legacy {
		cfg.MinVersion = tls.VersionTLS10
	}
}

// A variable that is given nothing else says the same.
func byVariable() *tls.Config {
	highest := uint16(tls.VersionTLS10)
	return &tls.Config{MaxVersion: highest} // want `before 1.2`
}
