// Package knownhosts is a fake with the signatures that the cases need.
package knownhosts

import "golang.org/x/crypto/ssh"

func New(files ...string) (ssh.HostKeyCallback, error) { return nil, nil }
