package nosqlinjection

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports queries of document stores and search engines that outside data can reshape.
var Analyzer = &analysis.Analyzer{
	Name:     "nosqlinjection",
	Doc:      "report queries of document stores and search engines that outside data can reshape",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.NoSQLInjection,
		Threat:   "DB-003",
		Sentence: "Whoever sends %s can change what this query looks for, because it becomes part of the query itself, which lets them pass filters and read other people's records.",
	}.Run,
}
