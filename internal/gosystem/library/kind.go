package library

import "fmt"

// Kind is a kind of weakness that a flow of data can have.
type Kind uint8

// The kinds. Their order is part of the facts that are exchanged between
// packages.
const (
	RequestForgery Kind = iota
	SQLInjection
	CommandInjection
	PathTraversal
	XSS
	OpenRedirect
	LogInjection
	TemplateInjection
	ArchiveTraversal
	NoSQLInjection
	LDAPInjection
	XPathInjection
	HeaderInjection
	ArgumentInjection
	Deserialisation
	RedirectPart // of where a redirect leads, which does not decide the site
	kinds
)

var kindNames = [kinds]string{
	"request_forgery", "sql_injection", "command_injection", "path_traversal", "xss",
	"open_redirect", "log_injection", "template_injection", "archive_traversal",
	"nosql_injection", "ldap_injection", "xpath_injection", "header_injection",
	"argument_injection", "deserialisation", "redirect_part",
}

func (k Kind) String() string { return kindNames[k] }

// Mask is a set of kinds.
type Mask uint16

// All holds every kind, None no kind.
const (
	None Mask = 0
	All  Mask = 1<<kinds - 1
)

// Redirects are the kinds of where a redirect leads. What decides the site, or
// keeps it from being decided, does so with every part of the address, so in
// library files open_redirect stands for both.
const Redirects Mask = 1<<OpenRedirect | 1<<RedirectPart

// Of returns the set of the given kinds.
func Of(list ...Kind) Mask {
	var m Mask
	for _, k := range list {
		m |= 1 << k
	}
	return m
}

// Has reports whether k is in the set.
func (m Mask) Has(k Kind) bool { return m&(1<<k) != 0 }

// Kinds lists the members of the set in order.
func (m Mask) Kinds() []Kind {
	var list []Kind
	for k := range kinds {
		if m.Has(k) {
			list = append(list, k)
		}
	}
	return list
}

func parseMask(words []string) (Mask, error) {
	var m Mask
	for _, w := range words {
		found := false
		for k := range kinds {
			if kindNames[k] == w {
				m |= Of(k)
				found = true
			}
		}
		if m.Has(OpenRedirect) {
			m |= Redirects
		}
		if !found {
			return 0, fmt.Errorf("%q is no kind of weakness; %s", w, didYouMean(w, kindNames[:]))
		}
	}
	return m, nil
}
