package server

import (
	"errors"

	"golang.org/x/crypto/ssh"
)

type session struct {
	user string
	key  ssh.PublicKey
}

func kept(s *session) *ssh.ServerConfig {
	return &ssh.ServerConfig{PublicKeyCallback: func(conn ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
		s.key = key // want `Anyone who knows somebody's public key can be taken for them`
		return &ssh.Permissions{}, nil
	}}
}

func byUser(config *ssh.ServerConfig) map[string]string {
	keys := map[string]string{}
	config.PublicKeyCallback = func(conn ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
		text := string(key.Marshal())
		keys[conn.User()] = text // want `only offered`
		return nil, nil
	}
	return keys
}

// The permissions belong to the key that was proven.
func permissions(known map[string]string) *ssh.ServerConfig {
	tries := 0
	return &ssh.ServerConfig{PublicKeyCallback: func(conn ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
		tries++
		text := string(key.Marshal())
		user, ok := known[text]
		if !ok {
			return nil, errors.New("unknown key")
		}
		p := &ssh.Permissions{Extensions: map[string]string{"user": user}}
		p.Extensions["key"] = text
		return p, nil
	}}
}
