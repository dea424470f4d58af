package requestforgery_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/requestforgery"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), requestforgery.Analyzer, "a")
}
