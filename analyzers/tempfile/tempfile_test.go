package tempfile_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/tempfile"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), tempfile.Analyzer, "a")
}
