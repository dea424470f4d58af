// Package ssh is a fake with the signatures that the cases need.
package ssh

import "net"

type PublicKey interface{ Marshal() []byte }

type HostKeyCallback func(hostname string, remote net.Addr, key PublicKey) error

type ClientConfig struct {
	User            string
	HostKeyCallback HostKeyCallback
}

func InsecureIgnoreHostKey() HostKeyCallback { return nil }

func FixedHostKey(key PublicKey) HostKeyCallback { return nil }

type ConnMetadata interface{ User() string }

type Permissions struct{ Extensions map[string]string }

type ServerConfig struct {
	PublicKeyCallback func(conn ConnMetadata, key PublicKey) (*Permissions, error)
}
