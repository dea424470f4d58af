// Package finding turns the places where threats apply into what a person gets
// to read: one finding per line to change, rated, with its owners, its place in
// attack paths, what was decided about it, and a name that survives edits.
package finding
