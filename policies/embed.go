// Package policies holds the threats that threatvet knows, one Rego file each,
// and the rules that several of them share (lib). Their tests lie beside them
// and are not part of the program.
package policies

import (
	"embed"
	"io/fs"
)

//go:embed */*.rego
var files embed.FS

// FS returns the policy files, by area.
func FS() fs.FS { return files }
