package topology

import "net/netip"

// wide is the longest prefix that counts as the whole internet: half of it, or
// a quarter, keeps nobody out who wants in.
const wide = 4

// anywhere reports whether a range covers so much that everyone is in it.
func anywhere(cidr string) bool {
	p, err := netip.ParsePrefix(cidr)
	return err == nil && p.Bits() <= wide && !p.Addr().IsMulticast()
}

// private reports whether a range lies within private networks, or names
// nothing.
func private(cidr string) bool {
	p, err := netip.ParsePrefix(cidr)
	if err != nil {
		return true
	}
	a := p.Addr()
	shared := netip.MustParsePrefix("100.64.0.0/10")
	return a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() || shared.Contains(a)
}
