package gocode

import (
	"go/ast"
	"net"
	"strings"
)

// Reach says from where a listening address can be reached.
type Reach int

// The reaches of an address.
const (
	ReachUnknown  Reach = iota
	ReachLoopback       // only from the machine itself
	ReachNetwork        // from the network
)

// Listener tells from where an address such as ":8080" can be reached.
func Listener(address string) Reach {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		host = address
	}
	if strings.EqualFold(host, "localhost") {
		return ReachLoopback
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsLoopback() {
		return ReachLoopback
	}
	return ReachNetwork
}

// Address tells from where the address that an expression holds can be
// reached, following flags to their defaults.
func (a *Assigned) Address(e ast.Expr) Reach {
	if text, ok := a.Text(e); ok {
		return Listener(text)
	}
	e = ast.Unparen(e)
	if star, ok := e.(*ast.StarExpr); ok {
		e = star.X
	}
	if call, ok := IsCall(a.pass.TypesInfo, a.Origin(e), "flag.String"); ok {
		if text, ok := String(a.pass.TypesInfo, call.Args[1]); ok {
			return Listener(text)
		}
	}
	return ReachUnknown
}
