// Package topology works out where each element stands: its zone, from how far
// away it can be reached and what proves it, which controls lie on every way
// in, which flows cross a boundary, and what data a store seems to hold. It
// knows the model, and no cloud.
//
// # Exposure
//
// An element is exposed by a way in. A direct way is its own: a public address
// that a network rule opens, a function's URL, a policy that lets everyone read.
// Ways spread from gateways to what they forward to, from queues, topics and
// stores that anyone may write to the programs they wake, and from what runs a
// program to the program. The nearest way counts.
//
// What the sources do not decide stays undecided: the state is unknown, and the
// level is what holds if nothing more opens. A program of which the sources do
// not say where it runs is assumed to face what its entry points are made for.
package topology
