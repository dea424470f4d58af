package handlerpanic_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/handlerpanic"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), handlerpanic.Analyzer, "a")
}
