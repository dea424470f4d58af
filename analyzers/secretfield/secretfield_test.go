package secretfield_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/secretfield"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), secretfield.Analyzer, "a")
}
