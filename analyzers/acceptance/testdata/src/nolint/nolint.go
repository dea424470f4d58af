package nolint

import "crypto/tls"

var line = tls.Config{InsecureSkipVerify: true} //nolint:threatvet // a test server

var byThreat = tls.Config{InsecureSkipVerify: true} //nolint:goc-001

var otherThreat = tls.Config{InsecureSkipVerify: true} //nolint:goc-002 // want `accepts any certificate`

var otherLinter = tls.Config{InsecureSkipVerify: true} //nolint:gosec // want `accepts any certificate`

//nolint:gosec,threatvet
func whole() *tls.Config {
	return &tls.Config{
		InsecureSkipVerify: true,
	}
}

func after() *tls.Config {
	return &tls.Config{InsecureSkipVerify: true} // want `accepts any certificate`
}
