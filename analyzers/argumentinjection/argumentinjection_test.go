package argumentinjection_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/argumentinjection"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), argumentinjection.Analyzer, "a")
}
