package openredirect

import (
	"fmt"
	"go/token"

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
	whole := map[token.Pos]bool{}
	list := pass.ResultOf[taint.Analyzer].(*taint.Findings).List
	for _, f := range list {
		if f.Kind == library.OpenRedirect && f.Trust == library.Anyone {
			whole[f.Pos] = true
			f.Report(pass, "GOH-013", fmt.Sprintf(site, f.What))
		}
	}
	for _, f := range list {
		if f.Kind == library.RedirectPart && f.Trust == library.Anyone && !whole[f.Pos] {
			f.Report(pass, "GOH-070", fmt.Sprintf(part, f.What))
		}
	}
	return nil, nil
}
