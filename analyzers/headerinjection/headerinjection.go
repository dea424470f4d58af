package headerinjection

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports mails and raw answers into whose headers outside data can write lines.
var Analyzer = &analysis.Analyzer{
	Name:     "headerinjection",
	Doc:      "report mails and raw answers into whose headers outside data can write lines",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.HeaderInjection,
		Threat:   "GOH-047",
		Sentence: "Whoever sends %s can add headers and text of their own to this message, because it is written into it as it is, which lets them change who gets it and what it says.",
	}.Run,
}
