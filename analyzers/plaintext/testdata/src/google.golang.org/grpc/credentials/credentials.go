package credentials

import "crypto/tls"

type TransportCredentials interface{ Info() string }

func NewTLS(*tls.Config) TransportCredentials { return nil }
