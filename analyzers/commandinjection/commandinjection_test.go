package commandinjection_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/commandinjection"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), commandinjection.Analyzer, "a")
}
