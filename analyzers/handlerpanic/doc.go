// Package handlerpanic finds requests that can end the whole program.
//
// # Analyzer handlerpanic
//
// handlerpanic: report goroutines of a handler that can panic with nothing to stop it
//
// net/http recovers a panic of the handler itself, but not one of a goroutine
// that it starts. One request that makes it panic ends the program for everyone
// (CWE-248, CWE-476):
//
//	go func() { notify(payload["id"].(string)) }()
//
// Recover, or check first:
//
//	go func() { defer recoverAndLog(); notify(payload["id"].(string)) }()
//
// Reported are type assertions without a second result, and indexes, of
// values that come from the request, in a function literal after go inside a
// handler, where it neither recovers nor defers a function of its own. Indexes
// below a length that the goroutine or the handler looks at are not. What happens
// in functions that the goroutine calls is missed.
package handlerpanic
