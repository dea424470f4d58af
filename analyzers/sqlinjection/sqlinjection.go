package sqlinjection

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports SQL text that is put together from outside data.
var Analyzer = &analysis.Analyzer{
	Name:     "sqlinjection",
	Doc:      "report SQL text that is put together from outside data",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.SQLInjection,
		Threat:   "DB-002",
		Sentence: "Whoever sends %s can change the meaning of this database query, because it becomes part of the query's text, which lets them read or change any row.",
	}.Run,
}
