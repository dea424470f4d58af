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
	switch made := a.Origin(e).(type) {
	case *ast.BinaryExpr:
		return a.beginning(made.X)
	case *ast.CallExpr:
		return a.composed(made)
	}
	return ReachUnknown
}

// composed handles an address that a call gives: a flag's default, or a format
// or a host before the port.
func (a *Assigned) composed(call *ast.CallExpr) Reach {
	switch CallName(a.pass.TypesInfo, call) {
	case "flag.String":
		if text, ok := String(a.pass.TypesInfo, call.Args[1]); ok {
			return Listener(text)
		}
	case "fmt.Sprintf":
		return a.beginning(call.Args[0])
	case "net.JoinHostPort":
		if host, ok := a.Text(call.Args[0]); ok && Listener(host) == ReachLoopback {
			return ReachLoopback
		}
	}
	return ReachUnknown
}

// beginning tells that an address is of the machine itself where its constant
// beginning names the whole host.
func (a *Assigned) beginning(e ast.Expr) Reach {
	text, ok := a.Text(e)
	host, _, found := strings.Cut(text, ":")
	if ok && found && Listener(host) == ReachLoopback {
		return ReachLoopback
	}
	return ReachUnknown
}
