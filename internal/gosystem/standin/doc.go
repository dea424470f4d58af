// Package standin type-checks Go packages whose imports cannot all be had, by
// making up the missing packages from how they are used: which of their names
// are types and which functions, which methods and fields their values have,
// how many results a call gives. What still does not fit is left out, function
// by function. It knows go/types and nothing of analysis.
package standin
