package commandinjection

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports programs and shell texts that come from outside.
var Analyzer = &analysis.Analyzer{
	Name:     "commandinjection",
	Doc:      "report programs and shell texts that come from outside",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.CommandInjection,
		Threat:   "GOH-009",
		Sentence: "Whoever sends %s can run commands of their choice, because it becomes part of a program's name or of a shell's text, which lets them take over this service.",
	}.Run,
}
