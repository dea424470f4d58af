package requestforgery

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports requests to addresses that come from outside.
var Analyzer = &analysis.Analyzer{
	Name:     "requestforgery",
	Doc:      "report requests to addresses that come from outside",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.RequestForgery,
		Threat:   "GOC-004",
		Sentence: "Whoever sends %s chooses the address that this program requests, which lets them reach services and credentials that only the program can reach.",
	}.Run,
}
