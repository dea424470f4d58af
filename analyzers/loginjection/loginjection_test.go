package loginjection_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/loginjection"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), loginjection.Analyzer, "a")
}
