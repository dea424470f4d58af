package pathclean_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/pathclean"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), pathclean.Analyzer, "a")
}
