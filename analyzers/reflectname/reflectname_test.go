package reflectname_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/reflectname"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), reflectname.Analyzer, "a")
}
