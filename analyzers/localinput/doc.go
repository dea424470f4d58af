// Package localinput finds files, programs and addresses that whoever starts a
// program decides.
//
// # Analyzer localinput
//
// localinput: report files, programs and addresses that whoever starts the program decides
//
// The environment, the command line and the standard input belong to whoever
// starts the program. That is no harm where they could do the same without it.
// It is one where the program has rights that they lack: under sudo, in a build
// of changes by others, behind a script that passes on what a form says (CWE-73,
// CWE-78):
//
//	os.ReadFile("/etc/shop/" + os.Getenv("SHOP_PROFILE"))
//
// Refuse what is not expected:
//
//	profile := os.Getenv("SHOP_PROFILE")
//	if !filepath.IsLocal(profile) {
//		return errors.New("SHOP_PROFILE is no name of a profile")
//	}
//
// It is reported as unlikely (GOS-008), once per source and kind of harm: names
// of files, programs that are run, addresses that are called (once per package),
// and lines of the log with an argument in them. In a main package a function that uses a
// parameter as it is for one of the first three is reported as well: it does what
// its callers say, whoever they are. What other packages offer is meant to do so
// and is not reported; a path that was cleaned, checked or joined is not what the
// caller said. A path that is made absolute or clean is meant to lead anywhere.
//
// Settings that are read from a file, and what travels through the fields of a
// result or another package, are missed. Analyzer pastedvalue reports what ends
// up in a query or a shell's text.
package localinput
