package ownercheck_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/ownercheck"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), ownercheck.Analyzer, "a")
}
