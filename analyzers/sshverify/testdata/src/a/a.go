package a

import (
	"bytes"
	"errors"
	"net"

	shell "golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

func ignored() *shell.ClientConfig {
	return &shell.ClientConfig{
		User:            "deploy",
		HostKeyCallback: shell.InsecureIgnoreHostKey(), // want `accepts any host key`
	}
}

func ignoredByHand() *shell.ClientConfig {
	return &shell.ClientConfig{
		HostKeyCallback: func(host string, addr net.Addr, key shell.PublicKey) error { return nil }, // want `accepts any host key`
	}
}

func ignoredLater(cfg *shell.ClientConfig) {
	callback := shell.InsecureIgnoreHostKey() // want `accepts any host key`
	cfg.HostKeyCallback = callback
}

// One right key is a check.
func fixed(key shell.PublicKey) *shell.ClientConfig {
	return &shell.ClientConfig{HostKeyCallback: shell.FixedHostKey(key)}
}

// A list of known keys is a check.
func known() (*shell.ClientConfig, error) {
	callback, err := knownhosts.New("/etc/ssh/ssh_known_hosts")
	return &shell.ClientConfig{HostKeyCallback: callback}, err
}

// This literal can refuse.
func pinned(want []byte) shell.HostKeyCallback {
	return func(host string, addr net.Addr, key shell.PublicKey) error {
		if !bytes.Equal(key.Marshal(), want) {
			return errors.New("unknown host key")
		}
		return nil
	}
}

// Whoever runs the program asked for it by an option.
func byOption(insecure bool, callback shell.HostKeyCallback) shell.HostKeyCallback {
	if insecure {
		return shell.InsecureIgnoreHostKey()
	}
	return callback
}

// Returning nil is fine where no host key is checked.
func other() func(string, net.Addr, int) error {
	return func(string, net.Addr, int) error { return nil }
}
