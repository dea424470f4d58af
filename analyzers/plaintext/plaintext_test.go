package plaintext_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/plaintext"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), plaintext.Analyzer, "a", "public", "redirect")
}
