// Package filemode finds files that other accounts of the machine can read or change.
//
// # Analyzer filemode
//
// filemode: report files that everyone on the machine can change, and secrets that everyone can read
//
// Another account on the host, or another process in the container, can change
// a file that is writable for all, and read a secret that is readable for all
// (CWE-732, CWE-276):
//
//	os.Chmod(socket, 0o777)
//	os.WriteFile("server.key", key, 0o644)
//
// Give rights to the owner only:
//
//	os.WriteFile("server.key", key, 0o600)
//
// A mode with the write bit for others is reported wherever it takes effect:
// always for Chmod, and for the creation of files. Directories and files made
// with exactly 0777 or 0666 are reported as unlikely (GOH-056): that is how Go
// programs leave the choice to the umask, which usually takes the bit away. The read bit is reported
// only where the name of the file or of the content speaks of a secret, which
// os.Create makes readable too, and for files below /tmp; public keys and
// certificates are no secrets. Modes that a variable holds are missed.
package filemode
