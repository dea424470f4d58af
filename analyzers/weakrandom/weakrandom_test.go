package weakrandom_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/weakrandom"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), weakrandom.Analyzer, "a", "purpose", "open", "both")
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), weakrandom.Analyzer, "read")
}
