package loginjection

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports outside data that is logged with its line breaks.
var Analyzer = &analysis.Analyzer{
	Name:     "loginjection",
	Doc:      "report outside data that is logged with its line breaks",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.LogInjection,
		Threat:   "GOH-014",
		Sentence: "Whoever sends %s can forge entries of the log, because line breaks in it are written as they are, which lets them hide or fake what happened.",
	}.Run,
}
