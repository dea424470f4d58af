package openredirect

import (
	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports redirects to addresses that come from outside.
var Analyzer = &analysis.Analyzer{
	Name:     "openredirect",
	Doc:      "report redirects to addresses that come from outside",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run: taint.Kinded{
		Kind:     library.OpenRedirect,
		Threat:   "GOH-013",
		Sentence: "Whoever makes a victim follow a link with %s can send them on to any site, because the target of the redirect is not checked, which lets them phish in this site's name.",
	}.Run,
}
