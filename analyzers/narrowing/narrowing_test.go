package narrowing_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/narrowing"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), narrowing.Analyzer, "a")
}
