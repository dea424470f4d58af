// Package sourcetree says which folders of a tree hold the system's own
// sources, so that every part of a scan walks the same ones.
package sourcetree

import "strings"

// PassedOver reports whether the folder of this name, below the scan's root,
// is left out: what tools keep there (.git, .terraform), what others wrote
// (node_modules, vendor), and what only tests read (testdata). A module in
// such a folder that the sources call is still read.
func PassedOver(name string) bool {
	switch name {
	case ".git", ".hg", ".svn", ".terraform", ".terragrunt-cache", "node_modules", "vendor", "testdata":
		return true
	}
	return false
}

// PassedOverByGo is PassedOver and what the go command ignores besides:
// folders that begin with a dot or an underscore.
func PassedOverByGo(name string) bool {
	return PassedOver(name) || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}
