package ldapinjection

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports directory searches whose filter is put together from outside data.
var Analyzer = &analysis.Analyzer{
	Name:     "ldapinjection",
	Doc:      "report directory searches whose filter is put together from outside data",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.LDAPInjection,
		Threat:   "GOH-016",
		Sentence: "Whoever sends %s can change what this directory search looks for, because it becomes part of the filter's text, which lets them sign in or read entries as somebody else.",
	}.Run,
}
