// Package outline does the part of a vet tool for packages of which no analyzer
// has anything to say: it checks their declarations, not the bodies of their
// functions, and writes what those who import them need. It knows the form of
// the files that golang.org/x/tools/go/analysis/unitchecker hands from package
// to package, and no threat.
package outline
