package templateinjection

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports templates whose text comes from outside.
var Analyzer = &analysis.Analyzer{
	Name:     "templateinjection",
	Doc:      "report templates whose text comes from outside",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.TemplateInjection,
		Threat:   "GOH-046",
		Sentence: "Whoever sends %s can write the template that this program runs, because it is parsed as template text, which lets them call methods and read the data behind the page.",
	}.Run,
}
