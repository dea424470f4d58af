package gosystem

import "io/fs"

// Options say what to read.
type Options struct {
	// Dir is the scan root, absolute.
	Dir string
	// Patterns are the packages to analyse in each module; empty means all.
	Patterns []string
	// Libraries holds the user's library descriptions, or is nil.
	Libraries fs.FS
	// Tags are build tags, OS and Arch the system that the code is read for;
	// empty is this one.
	Tags     []string
	OS, Arch string
	// Tests asks for test files too.
	Tests bool
	// Cache is a directory in which results are kept; empty is nowhere.
	Cache string
	// Env is added to the environment of the go command, as NAME=value. What
	// keeps the scan safe cannot be changed by it.
	Env []string
}

// Stats count what was read.
type Stats struct {
	Modules, Packages int
	// Checked are the packages of which no result was kept.
	Checked int
}
