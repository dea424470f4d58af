package sharedurl_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/sharedurl"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), sharedurl.Analyzer, "a")
}
