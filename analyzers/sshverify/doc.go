// Package sshverify finds SSH clients that accept any host key.
//
// # Analyzer sshverify
//
// sshverify: report SSH clients that accept any host key
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
package sshverify
