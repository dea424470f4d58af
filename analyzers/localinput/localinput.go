package localinput

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports files, programs and addresses that whoever starts the
// program decides.
var Analyzer = &analysis.Analyzer{
	Name:     "localinput",
	Doc:      "report files, programs and addresses that whoever starts the program decides",
	Requires: []*analysis.Analyzer{taint.Analyzer},
	Run:      run,
}

const (
	threat   = "GOS-008"
	operator = "Whoever starts this program decides %[1]s by way of %[2]s, which nothing here checks; they gain by it where the program has rights that they lack, as under sudo or in a build of changes by others."
	caller   = "Whoever calls this function decides %[1]s because its parameter %[2]s is taken as it is, so a caller that passes on what someone else says lets them decide it too."
)

// decided is what someone decides by a kind of flow; kinds that are not listed
// are no harm to whom the program works for.
var decided = map[library.Kind]string{
	library.PathTraversal:    "which file it opens or changes",
	library.CommandInjection: "which program it runs",
	library.RequestForgery:   "which address it calls",
	library.LogInjection:     "what further lines its log gets",
}

func run(pass *analysis.Pass) (any, error) {
	for _, f := range pass.ResultOf[taint.Analyzer].(*taint.Findings).List {
		what := decided[f.Kind]
		switch {
		case what == "":
		case f.Trust == library.Operator:
			f.Report(pass, threat, fmt.Sprintf(operator, what, f.What))
		case f.Trust == library.Caller:
			f.Report(pass, threat, fmt.Sprintf(caller, what, f.What))
		}
	}
	return nil, nil
}
