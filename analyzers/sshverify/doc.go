// Package sshverify finds SSH peers that are taken for somebody they are not.
//
// # Analyzer sshverify
//
// sshverify: report SSH clients that accept any host key, and servers that take an offered key for a proven one
//
// Someone on the way can pose as the host, and so take the password and the
// commands, because the client accepts any host key (CWE-322):
//
//	&ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()}
//
// Check the key against a list, or against the one key that is right:
//
//	callback, err := knownhosts.New("/etc/ssh/ssh_known_hosts")
//
// A function literal that does nothing but return nil is the same thing and
// is reported too. A callback that comes from elsewhere, or that is chosen by
// an option of the program, is not.
//
// A server asks its PublicKeyCallback about each key that a client offers, before
// the client proves that it has it; the last key asked about need not be the one
// that is used. Keeping it outside lets anyone who knows the public key of somebody
// be taken for them (CWE-305):
//
//	config.PublicKeyCallback = func(conn ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
//		session.key = key
//
// Put it into the Permissions that the callback returns, which belong to the key
// that was proven. Reported are function literals given to a field of that name,
// in x/crypto/ssh and what is shaped like it.
package sshverify
