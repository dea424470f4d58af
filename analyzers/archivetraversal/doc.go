// Package archivetraversal finds data from outside in places where it does harm.
//
// # Analyzer archivetraversal
//
// archivetraversal: report archive entries that are written where their name says
//
// Whoever makes an archive can write files outside the folder that an archive is unpacked into (CWE-22):
//
//	os.Create(filepath.Join(dir, file.Name))
//
// They cannot where the data is checked or kept apart:
//
//	if !filepath.IsLocal(file.Name) {
//		return
//	}
//	os.Create(filepath.Join(dir, file.Name))
//
// Symbolic links that an earlier entry made, and the size of what is unpacked, are not seen.
// Data that went through a database, a file or a queue is not followed.
package archivetraversal
