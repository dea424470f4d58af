package tlsverify_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/tlsverify"
)

func Test(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), tlsverify.Analyzer, "a", "resumed")
}

func TestAsked(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), tlsverify.Analyzer, "asked")
}
