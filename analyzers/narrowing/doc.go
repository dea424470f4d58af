// Package narrowing finds numbers that wrap around and decide something then.
//
// # Analyzer narrowing
//
// narrowing: report numbers from text that wrap around before they decide a bound
//
// A number that is too large for the type it is converted to becomes another one,
// negative or small, and passes the limit that it was meant to be held to (CWE-190,
// CWE-681):
//
//	n, err := strconv.Atoi(r.FormValue("n"))
//	if int32(n) > maximum { ... }       // 1<<32 is 0
//	buffer := make([]byte, uint16(n))
//
// Parse it with the size that it is used with, or check it before converting:
//
//	n, err := strconv.ParseInt(r.FormValue("n"), 10, 32)
//
// Reported are conversions of what strconv, or encoding/binary, read to a type
// that holds fewer numbers, where the result is a length, an index, a limit or one
// side of a comparison, in the function that read it. Where the function compares
// the number itself with anything, it is believed to check it. In a function that
// is given a request the number is the caller's (GOH-058); elsewhere it is that of
// whoever writes the data (GOH-062), which can be the program itself. Numbers that the
// operator of the program gives are not reported.
package narrowing
