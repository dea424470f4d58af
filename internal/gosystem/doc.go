// Package gosystem reads Go sources and says what they contribute to the
// system: services, ways in, calls to other systems, settings, and the
// weaknesses that analyzers proved. It runs the go command and knows the
// model; what code means is known by its sub-packages, what a threat is by
// none of them.
//
// The work is done by go vet, which runs this very program once per package
// (see VetMain) and so keeps what did not change. A package whose imports cannot be had
// is analysed alone, with stand-ins for what is missing, and a gap says so.
package gosystem
