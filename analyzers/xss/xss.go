package xss

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports outside data that is written into a page unescaped.
var Analyzer = &analysis.Analyzer{
	Name:     "xss",
	Doc:      "report outside data that is written into a page unescaped",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.XSS,
		Threat:   "GOH-011",
		Sentence: "Whoever gets a victim to send %s can run script in the victim's page, because it is written into the answer unescaped, which lets them act as the victim.",
	}.Run,
}
