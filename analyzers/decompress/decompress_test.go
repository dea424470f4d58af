package decompress_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/decompress"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), decompress.Analyzer, "a")
}
