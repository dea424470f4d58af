package deserialisation

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports data from outside that is decoded by a format made for
// friends.
var Analyzer = &analysis.Analyzer{
	Name:     "deserialisation",
	Doc:      "report data from outside that is decoded by a format made for friends",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.Deserialisation,
		Threat:   "GOH-059",
		Sentence: "Whoever sends %s can stop this service or have it make values of their choice, because it is decoded by a format that is not hardened against hostile input.",
	}.Run,
}
