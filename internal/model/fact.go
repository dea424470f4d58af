package model

import (
	"cmp"
	"slices"
)

// State says how far a fact can be trusted.
type State string

// The three states of a fact. A documented provider default is known.
const (
	Known   State = "known"
	Assumed State = "assumed"
	Unknown State = "unknown"
)

// Location is a place in a source file. File is relative to the scan root and
// uses forward slashes; lines and columns count from 1, columns in bytes.
// A zero Line means the whole file.
type Location struct {
	File      string `json:"file"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndLine   int    `json:"end_line,omitempty"`
	EndColumn int    `json:"end_column,omitempty"`
}

// Compare orders locations by file, then line, then column.
func (l Location) Compare(o Location) int {
	return cmp.Or(
		cmp.Compare(l.File, o.File),
		cmp.Compare(l.Line, o.Line),
		cmp.Compare(l.Column, o.Column),
	)
}

// IsZero reports whether l names no place at all.
func (l Location) IsZero() bool { return l.File == "" }

// Evidence is one place that a fact rests on. Note says in a few words what
// stands there ("variable default", "module argument", "attribute"); Address is
// the source address of the block that holds it.
type Evidence struct {
	Location
	Address string `json:"address,omitempty"`
	Note    string `json:"note,omitempty"`
}

// Fact is a three-valued statement with its evidence. Value is a bool, string,
// float64, []string or nil; it is nil where State is Unknown.
// Evidence is ordered from the line to change (first) along the chain of where
// the value came from.
type Fact struct {
	Value    any        `json:"value"`
	State    State      `json:"state"`
	Reason   string     `json:"reason,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Known reports whether the value can be relied on.
func (f Fact) Known() bool { return f.State == Known }

// Is reports whether the fact is known and equal to v. Slices never match.
func (f Fact) Is(v any) bool {
	if !f.Known() {
		return false
	}
	if _, isList := f.Value.([]string); isList {
		return false
	}
	return f.Value == v
}

// True reports whether the fact is known to be true.
func (f Fact) True() bool { return f.Is(true) }

// False reports whether the fact is known to be false.
func (f Fact) False() bool { return f.Is(false) }

// Strings returns the value of a known list fact, or of a known string as a
// list of one.
func (f Fact) Strings() []string {
	if !f.Known() {
		return nil
	}
	switch v := f.Value.(type) {
	case []string:
		return slices.Clone(v)
	case string:
		return []string{v}
	}
	return nil
}
