package bodylimit_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/bodylimit"
)

func Test(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), bodylimit.Analyzer, "a")
	analysistest.Run(t, analysistest.TestData(), bodylimit.Analyzer, "middleware", "importing", "wrapped")
}
