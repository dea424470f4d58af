package filemode_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/filemode"
)

func Test(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), filemode.Analyzer, "a")
}
