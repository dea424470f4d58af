// Package libraries holds what threatvet knows of Go libraries, as data. The
// format is described in README.md beside it.
package libraries

import "embed"

// Files are the library descriptions.
//
//go:embed *.hcl
var Files embed.FS
