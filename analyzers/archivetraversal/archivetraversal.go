package archivetraversal

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports archive entries that are written where their name says.
var Analyzer = &analysis.Analyzer{
	Name:     "archivetraversal",
	Doc:      "report archive entries that are written where their name says",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.ArchiveTraversal,
		Threat:   "GOH-010",
		Sentence: "Whoever makes the archive can write any file of this program, because %s is used as a path unchecked, which lets them replace programs or settings.",
	}.Run,
}
