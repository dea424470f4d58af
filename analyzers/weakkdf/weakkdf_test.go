package weakkdf_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/weakkdf"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), weakkdf.Analyzer, "a")
}
