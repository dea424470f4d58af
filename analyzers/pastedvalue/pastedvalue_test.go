package pastedvalue_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/pastedvalue"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), pastedvalue.Analyzer, "a")
}
