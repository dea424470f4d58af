package headerinjection_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/headerinjection"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), headerinjection.Analyzer, "a")
}
