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
	Run:      run,
}

const (
	site = "Whoever makes a victim follow a link with %s can send them on to any site, because the target of the redirect is not checked, which lets them phish in this site's name."
	part = "Whoever sends or links %s decides a part of the address that this redirect leads to, because it is put in as it is: a host that a cache on the way gives to others, or parameters that the next page takes for this site's own."
)

// run reports where someone decides the site, and apart from those where they
// decide another part of the address.
func run(pass *analysis.Pass) (any, error) {
	for _, k := range []taint.Kinded{
		{Kind: library.OpenRedirect, Threat: "GOH-013", Sentence: site},
		{Kind: library.RedirectPart, Threat: "GOH-070", Sentence: part},
	} {
		if _, err := k.Run(pass); err != nil {
			return nil, err
		}
	}
	return nil, nil
}
