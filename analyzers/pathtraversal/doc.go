// Package pathtraversal finds data from outside in places where it does harm.
//
// # Analyzer pathtraversal
//
// pathtraversal: report file names that come from outside
//
// Someone who sends requests can read or overwrite files outside the folder that was meant (CWE-22):
//
//	os.ReadFile("/var/files/" + r.PathValue("name"))
//
// They cannot where the data is checked or kept apart:
//
//	name := r.PathValue("name")
//	if !filepath.IsLocal(name) {
//		return
//	}
//	os.ReadFile(filepath.Join("/var/files", name))
//
// filepath.Base, filepath.IsLocal, os.Root, a cleaned path whose prefix is checked, and a
// refusal of ".." are taken as guards. Symbolic links are not seen.
// Data that went through a database, a file or a queue is not followed.
package pathtraversal
