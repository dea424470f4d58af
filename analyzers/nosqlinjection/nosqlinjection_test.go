package nosqlinjection_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/nosqlinjection"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), nosqlinjection.Analyzer, "a")
}
