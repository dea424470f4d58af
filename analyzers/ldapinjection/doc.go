// Package ldapinjection finds data from outside in places where it does harm.
//
// # Analyzer ldapinjection
//
// ldapinjection: report directory searches whose filter is put together from outside data
//
// Someone who signs in as * or as )(uid=admin changes the filter, and so whom it
// finds (CWE-90):
//
//	ldap.CompileFilter("(uid=" + name + ")")
//
// They cannot where the data is checked or kept apart:
//
//	ldap.CompileFilter("(uid=" + ldap.EscapeFilter(name) + ")")
//
// Escaped parts are not reported. XPath queries are reported the same way.
// Data that went through a database, a file or a queue is not followed.
package ldapinjection
