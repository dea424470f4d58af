// Package leastprivilege compares what a program's code calls with what the
// identity it runs as may do. What is granted and never called is what an
// attacker who takes the program over gains for nothing.
//
// It speaks only of identities of which every program is known: containers and
// functions whose Go program is in the sources and joined to them by strong
// evidence, and that nobody else may take on. On a machine other programs run
// too, so machines are left out. A service that a dependency of the program
// calls itself counts as used altogether, because those calls are not seen.
//
// It knows AWS, where a call of the SDK and the action it needs have names that
// can be told from each other. See operations.hcl for those that differ.
package leastprivilege
