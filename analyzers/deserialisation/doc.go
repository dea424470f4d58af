// Package deserialisation finds data from outside in places where it does harm.
//
// # Analyzer deserialisation
//
// deserialisation: report data from outside that is decoded by a format made for friends
//
// encoding/gob is not hardened against hostile input: a few bytes make it
// allocate much memory, and interface fields make the sender choose among the
// registered types (CWE-502):
//
//	gob.NewDecoder(r.Body).Decode(&order)
//
// Take what strangers send in a format made for it:
//
//	json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&order)
//
// JSON, XML and YAML fill nothing but the fields of the type they are given, and
// are not reported; analyzer massassignment looks at those fields.
// Data that went through a database, a file or a queue is not followed.
package deserialisation
