// Package argumentinjection finds data from outside in places where it does harm.
//
// # Analyzer argumentinjection
//
// argumentinjection: report data from outside that a program may take for an option
//
// A value that begins with "-" is an option to the program that is started, and
// many have options that run commands or write files (CWE-88):
//
//	exec.Command("git", "clone", r.FormValue("address"), dir)  // --upload-pack=...
//
// It is none behind "--", behind a constant beginning, or once it is checked:
//
//	exec.Command("git", "clone", "--", r.FormValue("address"), dir)
//	exec.Command("tar", "-xf", "./"+r.FormValue("name"))
//
// The argument after a constant option is taken for that option's value and not
// reported, nor are arguments of programs whose options do no harm (echo). Names of
// programs and texts of shells are reported by commandinjection. Lists of arguments
// that are built piece by piece are missed.
package argumentinjection
