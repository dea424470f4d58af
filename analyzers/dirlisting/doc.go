// Package dirlisting finds folders that a server shows to everyone.
//
// # Analyzer dirlisting
//
// dirlisting: report folders that are served with a list of their files
//
// http.FileServer answers the address of a folder with a list of what is in
// it. Whoever asks finds backups, configuration and drafts that no page links
// to (CWE-548); with the root of the file system, every file of the machine
// (CWE-22):
//
//	http.Handle("/files/", http.FileServer(http.Dir("/var/lib/app")))
//
// Serve a file system that hides folders, or files that are built in:
//
//	http.Handle("/files/", http.FileServer(filesOnly{http.Dir("/var/lib/app")}))
//
// Reported are http.Dir and os.DirFS given to a file server, also through a
// variable, and the directory options of gin and echo. Not reported are file
// systems of another type, embedded files (which are what was built in), a
// folder whose name says that all of it is public (public, static, assets, www,
// dist and the like), and servers that only the machine itself can reach. What
// an index.html hides is not seen.
package dirlisting
