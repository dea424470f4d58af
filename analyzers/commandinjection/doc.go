// Package commandinjection finds data from outside in places where it does harm.
//
// # Analyzer commandinjection
//
// commandinjection: report programs and shell texts that come from outside
//
// Someone who sends requests can run commands on the machine (CWE-78):
//
//	exec.Command("sh", "-c", "convert "+r.FormValue("name"))
//
// They cannot where the data is checked or kept apart:
//
//	exec.Command("convert", r.FormValue("name"))
//
// Arguments of a constant program that is no shell are reported by argumentinjection.
// Data that went through a database, a file or a queue is not followed.
package commandinjection
