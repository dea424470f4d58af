package argumentinjection

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports data from outside that a program may take for an option.
var Analyzer = &analysis.Analyzer{
	Name:     "argumentinjection",
	Doc:      "report data from outside that a program may take for an option",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.ArgumentInjection,
		Threat:   "GOH-057",
		Sentence: "Whoever sends %s can hand options of their choice to this program, because it is an argument that may begin with a dash, which lets them read or write files or run commands where the program has such options.",
	}.Run,
}
