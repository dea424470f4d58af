package massassignment_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/massassignment"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), massassignment.Analyzer, "a")
}
