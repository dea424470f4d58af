package hardcoded_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/hardcoded"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), hardcoded.Analyzer, "a", "names")
}
