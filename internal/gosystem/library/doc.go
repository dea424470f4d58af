// Package library knows, as data, what Go libraries mean: which values come
// from outside, which calls are dangerous with them, which make them harmless,
// which calls register entry points and which reach other systems. It knows
// how that data is written and how to look it up, and nothing of how code is
// analysed.
//
// The data lies in ../libraries/*.hcl; users add files of the same form in
// .threatvet/libraries/. See the README there for the format.
package library
