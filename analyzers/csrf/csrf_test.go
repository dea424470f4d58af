package csrf_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/csrf"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), csrf.Analyzer, "a", "tokens", "routes", "whole")
}
