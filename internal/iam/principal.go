package iam

import (
	"slices"
	"strings"
)

// Kind says what a principal is.
type Kind string

// The kinds of principals.
const (
	User      Kind = "user"
	Role      Kind = "role"
	Service   Kind = "service"   // ARN is its name, such as ec2.amazonaws.com
	Federated Kind = "federated" // ARN is the provider's ARN or name
	Anonymous Kind = "anonymous" // anyone, without credentials
	Outsider  Kind = "outsider"  // an administrator of some other account
)

// Principal is who asks.
type Principal struct {
	Kind    Kind
	ARN     string
	Account string
	Name    string
	// ID is the model's id of an identity; empty for all others.
	ID string
	// Tags are the principal's own; nil where not known.
	Tags map[string]string
	// Session limits what a session may do, where one was given; see
	// [Decider.May].
	Session *Document
	// Inside is true for a caller whose requests may come from a network of
	// the system, so that network conditions are not settled.
	Inside bool
}

// Anyone is a caller without credentials.
func Anyone() Principal { return Principal{Kind: Anonymous} }

// AnyAccount is somebody who holds an AWS account of their own. Account is a
// number; empty means any.
func AnyAccount(account string) Principal { return Principal{Kind: Outsider, Account: account} }

// OfService is an AWS service, such as lambda.amazonaws.com.
func OfService(name string) Principal { return Principal{Kind: Service, ARN: name} }

// OfProvider is somebody whom an identity provider vouches for.
func OfProvider(name string) Principal { return Principal{Kind: Federated, ARN: name} }

// named is how a statement names a principal.
type named struct {
	direct  grade // by its own name, or everybody
	account grade // only by its account, which leaves the choice to that account
}

// names grades how a statement's Principal or NotPrincipal names p.
func (s *Statement) names(p Principal) named {
	if s.NotPrincipals != nil {
		n := matchPrincipals(s.NotPrincipals, p)
		spared := n.direct
		if p.Kind != User && p.Kind != Role {
			spared = anyOf(n.direct, n.account)
		}
		switch spared { // an account among them spares none of its users and roles
		case yes:
			return named{}
		case no:
			return named{direct: yes}
		}
		return named{direct: unseen}
	}
	return matchPrincipals(s.Principals, p)
}

func matchPrincipals(m map[string][]string, p Principal) named {
	var n named
	for kind, names := range m {
		for _, name := range names {
			one := matchPrincipal(kind, name, p)
			n.direct, n.account = anyOf(n.direct, one.direct), anyOf(n.account, one.account)
		}
	}
	return n
}

func matchPrincipal(kind, name string, p Principal) named {
	switch {
	case name == "*" && (kind == "*" || kind == "AWS"):
		return named{direct: yes}
	case kind == "*" && strings.Contains(name, Hole):
		return named{direct: unseen}
	case kind == "Service":
		return named{direct: sameName(name, p.ARN, p.Kind == Service)}
	case kind == "Federated":
		return named{direct: sameName(name, p.ARN, p.Kind == Federated)}
	case kind != "AWS" || p.Kind == Service || p.Kind == Federated || p.Kind == Anonymous:
		return named{}
	}
	if account, ok := accountOf(name); ok {
		return named{account: sameName(account, p.Account, p.Account != "")}
	}
	if role, ok := assumedRole(name); ok && p.Kind == Role {
		return named{direct: sameName(role, "arn:role/"+p.Account+"/"+p.Name, true)}
	}
	if p.Account == StandIn && sameBut(name, p.ARN) {
		return named{direct: depends} // it may be the account that the stand-in stands for
	}
	return named{direct: sameName(name, p.ARN, p.ARN != "")}
}

// sameBut reports whether two ARNs differ in nothing but the account.
func sameBut(name, have string) bool {
	a, b := strings.SplitN(name, ":", 6), strings.SplitN(have, ":", 6)
	return len(a) == 6 && len(b) == 6 && a[4] != b[4] && a[2] == b[2] && a[5] == b[5] && a[5] != "root"
}

// sameName grades equality with a name that may hold a hole. A hole that leaves
// nothing known of the name says nothing at all about p.
func sameName(name, have string, kindFits bool) grade {
	switch {
	case !kindFits:
		return no
	case strings.Contains(name, Hole):
		return newPattern(name, false).matches(have)
	}
	return gradeOf(name == have)
}

// accountOf returns the account that a principal such as 111122223333 or
// arn:aws:iam::111122223333:root names as a whole.
func accountOf(name string) (string, bool) {
	if strings.HasSuffix(name, ":root") && ServiceOf(name) == "iam" && strings.Count(name, ":") == 5 {
		return AccountOf(name), true
	}
	return name, len(name) == 12 && strings.Trim(name, "0123456789") == ""
}

// assumedRole returns the role of a session ARN, in a form of our own.
func assumedRole(name string) (string, bool) {
	if ServiceOf(name) != "sts" {
		return "", false
	}
	parts := strings.SplitN(name, ":", 6)
	path := strings.Split(parts[5], "/")
	if len(path) < 3 || path[0] != "assumed-role" {
		return "", false
	}
	return "arn:role/" + parts[4] + "/" + path[1], true
}

// AccountOf returns the account number in an ARN, or "".
func AccountOf(arn string) string { return arnPart(arn, 4) }

// ServiceOf returns the service in an ARN, or "".
func ServiceOf(arn string) string {
	if !strings.HasPrefix(arn, "arn:") {
		return ""
	}
	return arnPart(arn, 2)
}

// arnPart returns one of the first five parts of an ARN, or "" where there are
// not all six.
func arnPart(arn string, n int) string {
	part := ""
	for i := range 5 {
		at := strings.IndexByte(arn, ':')
		if at < 0 {
			return ""
		}
		if i == n {
			part = arn[:at]
		}
		arn = arn[at+1:]
	}
	return part
}

// Trusted returns the names that a trust document lets in, by kind of
// principal, in order.
func (d *Document) Trusted(kind string) []string {
	var list []string
	for _, s := range d.Statements {
		if s.Effect == "Allow" {
			list = append(list, s.Principals[kind]...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// namesRegion reports whether a pattern for ARNs is for one region only.
func (p pattern) namesRegion() bool {
	parts := strings.SplitN(p.text, ":", 6)
	return len(parts) == 6 && parts[3] != "" && parts[3] != "*"
}

// inAnyRegion puts a star in the place of an ARN's region.
func inAnyRegion(arn string) string {
	parts := strings.SplitN(arn, ":", 6)
	if len(parts) != 6 || parts[3] == "" {
		return ""
	}
	parts[3] = "*"
	return strings.Join(parts, ":")
}
