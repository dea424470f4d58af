package asked

import "crypto/tls"

type client struct {
	SkipVerify bool
	ready      bool
}

// The operator asked for it: everyone else has left before.
func asked(c client) *tls.Config {
	if !c.SkipVerify {
		return nil
	}
	return &tls.Config{InsecureSkipVerify: true}
}

// This says nothing of what the operator wants.
func whenReady(c client) *tls.Config {
	if !c.ready {
		return nil
	}
	return &tls.Config{InsecureSkipVerify: true} // want `accepts any certificate`
}

// Who asked for it left before.
func otherwise(c client) *tls.Config {
	if c.SkipVerify {
		return nil
	}
	return &tls.Config{InsecureSkipVerify: true} // want `accepts any certificate`
}
