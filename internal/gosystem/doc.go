// Package gosystem reads Go sources and says what they contribute to the
// system: services, ways in, calls to other systems, settings, and the
// weaknesses that analyzers proved. It runs the go command and knows the
// model; what code means is known by its sub-packages, what a threat is by
// none of them.
//
// The analyzers run in this process (see package driver), with what the Go
// compiler made of the packages that are only imported; what came of a package
// is kept in the user's cache directory, by all that it depends on. A package
// whose imports cannot be had is analysed alone, with stand-ins for what is
// missing, and a gap says so. Under go vet the same analyzers run with the same
// facts (see VetMain).
package gosystem
