package sqlinjection_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/sqlinjection"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), sqlinjection.Analyzer, "a")
}
