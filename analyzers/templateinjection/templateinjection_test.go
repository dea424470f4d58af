package templateinjection_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/templateinjection"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), templateinjection.Analyzer, "a")
}
