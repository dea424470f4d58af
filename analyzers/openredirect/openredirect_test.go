package openredirect_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/openredirect"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), openredirect.Analyzer, "a")
}
