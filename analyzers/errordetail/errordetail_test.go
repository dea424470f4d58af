package errordetail_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/errordetail"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), errordetail.Analyzer, "a", "harmless")
}
