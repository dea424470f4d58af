package cookie_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/cookie"
)

func Test(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), cookie.Analyzer, "a")
	analysistest.Run(t, analysistest.TestData(), cookie.Analyzer, "quiet", "frameworks")
}
