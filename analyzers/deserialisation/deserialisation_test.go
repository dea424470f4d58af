package deserialisation_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/deserialisation"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), deserialisation.Analyzer, "a")
}
