package servertimeout_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/servertimeout"
)

func Test(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), servertimeout.Analyzer, "a")
	analysistest.Run(t, analysistest.TestData(), servertimeout.Analyzer, "quiet")
}
