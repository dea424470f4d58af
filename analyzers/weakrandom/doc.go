// Package weakrandom finds secrets made with a generator that can be predicted.
//
// # Analyzer weakrandom
//
// weakrandom: report secrets made with math/rand
//
// Whoever sees a few values of math/rand, or guesses its seed, can compute the
// next ones. A session id, a reset link or a password made that way can be
// guessed (CWE-338):
//
//	func newToken() string { return strconv.FormatInt(rand.Int63(), 36) }
//
// Use crypto/rand:
//
//	func newToken() string { return rand.Text() }
//
// A random number is reported where it becomes something that the code itself
// calls a token, password, secret, session id, nonce, salt or one-time code: by
// the name of the function that returns it, of the variable, field or
// parameter that takes it, or where the generator is handed to a function of
// package crypto. Jitter, sampling, shuffling and test data are not. Secrets
// under other names, and values that travel through other functions first, are
// missed.
//
// A package in which nothing says what its random numbers are for is reported
// once, where it imports the generator, as unlikely (GOX-010): they can be foreseen, which harms
// as soon as somebody gains by knowing them. Waiting times, samples, retries and
// the like say what they are for.
package weakrandom
