package integrity_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/integrity"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), integrity.Analyzer, "a", "hmacs", "gcm")
}
