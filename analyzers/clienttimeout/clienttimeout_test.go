package clienttimeout_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/clienttimeout"
)

func Test(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), clienttimeout.Analyzer, "a")
	analysistest.Run(t, analysistest.TestData(), clienttimeout.Analyzer, "command", "contexts")
}
