package pathtraversal

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports file names that come from outside.
var Analyzer = &analysis.Analyzer{
	Name:     "pathtraversal",
	Doc:      "report file names that come from outside",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.PathTraversal,
		Threat:   "GOH-021",
		Sentence: "Whoever sends %s can name any file of this program, because nothing keeps the path in its folder, which lets them read or overwrite what they should not see.",
	}.Run,
}
