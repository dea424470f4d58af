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
// by time: what is stored into a field is taken to be there always. Checks that
// dominate a use are honoured: a comparison with something that is not from
// outside, an allow-list, a pattern that admits nothing dangerous, a validating
// function, and what the library data calls a guard.
//
// Not followed: reflection, unsafe, cgo, data that leaves through a database,
// a queue or a file, and interfaces whose implementation lies in a package that
// neither caller nor interface can see.
package taint
