// Package tempfile finds temporary files whose names can be foreseen.
//
// # Analyzer tempfile
//
// tempfile: report temporary files with foreseeable names
//
// Everyone may write to the directory for temporary files. Another user or
// process that knows the name can put a link or a file of its own there first,
// and so read, replace or redirect what the program writes (CWE-377):
//
//	os.Create("/tmp/report.csv")
//
// Let the system choose a free name:
//
//	os.CreateTemp("", "report-*.csv")
//
// Reported are files and directories made at a constant path below /tmp,
// /var/tmp or os.TempDir, also with a process id or the time in the name. A
// name with an unknown part, exclusive creation (O_EXCL), os.Root, reading, and
// AWS Lambda functions, which have a /tmp of their own, are not. What happens
// to a path on its way through another function is missed.
package tempfile
