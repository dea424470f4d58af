// Package acceptance reads the comments by which people accept a threat where
// it stands in Go code, and reports those that cannot be used.
//
// An acceptance names the threat, the last day it holds (at most a year away),
// who decided, and why:
//
//	//threatvet:accept GOH-031 until=2027-01-31 owner=@shop/platform reason="behind a proxy that limits bodies"
//
// It stands on the line of the finding or right above it. After its last day the
// finding is back and says so. One that lacks a part is reported itself and
// accepts nothing.
//
// golangci-lint's comments are honoured too, for a line, a statement, a function
// or a file as there: //nolint, //nolint:threatvet and //nolint:GOH-031.
//
// go vet keeps its answers while neither code nor tool change, so it notices the
// end of an acceptance only then; threatvet scan always asks for today.
package acceptance
