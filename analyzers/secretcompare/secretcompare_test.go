package secretcompare_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/secretcompare"
)

func Test(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), secretcompare.Analyzer, "a")
}
