package autherror_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/autherror"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), autherror.Analyzer, "a")
}
