// Package taint follows data from where it enters a program to where it does
// harm. It knows go/ssa and the library descriptions; it knows neither the
// model nor what a weakness is worth.
//
// The analysis is modular. For each function a [Summary] says which of its
// inputs reach which of its outputs and which dangerous places; summaries
// travel to importing packages as a fact, so that the analysis sees one
// package at a time and still follows data through all of them.
//
// Inside a function, registers are exact (SSA); memory is told apart by the
// variable it belongs to and by up to three fields or constant map keys, and not
// by time: what is stored into a field is taken to be there always. Who holds
// the same address sees what is stored through it. Variables of packages are
// inputs and outputs like parameters; what lies in them travels with the facts.
//
// A diagnostic needs a proof, so an address is taken for another name of a
// second one only where their types allow it: neither text nor an error is
// another name of the object that it was read from. What decodes data into a
// value fills its exported fields.
//
// Functions are data: a function value is followed through variables, fields,
// results and packages to where it is called, with what it has captured. A call
// through an interface reaches the methods of the types in this package and in
// those it imports; where the interface is a parameter, callers that know its
// type complete the summary. What a function panics with reaches the recover of
// those that defer.
//
// Checks that dominate a use are honoured: a comparison with something that is
// not from outside, an allow-list (a list that a function is given is taken for
// the program's own, whoever fills it), a pattern that admits nothing dangerous, a
// table that each character is held to (for file names), a validating function,
// and what the library data calls a guard. Where a check names administrators,
// those behind it may choose addresses, files and whom to look for in a
// directory, but no commands. A limit that cuts knowledge of a function short is
// a Bound.
//
// TestOracle generates programs of three packages, runs them with a marked text
// and compares what it reached with what is reported.
//
// Not followed: reflection, unsafe, cgo; data that leaves through a database, a
// queue or a file; text that is taken apart into single bytes, runes or numbers
// and put together again; what conditions reveal (an implicit flow); a variable
// of a package that is filled in one package and used in another, of which
// neither imports the other; variables of packages that hold an error or an
// io.Writer; what a logger was given; what is stored through an error; fields that are not exported of
// what as a whole is from outside; interfaces whose implementation lies in a package
// that neither caller nor interface can see; functions given to functions more
// than three levels deep; methods of a parameter whose interface more than twelve
// types have; data from outside that is stored more than six fields deep in an
// object; and what exceeds the limits on summaries (fact.go), on what a
// variable holds (state.go) and on the work for one function (transfer.go).
package taint
