package pathtraversal_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/pathtraversal"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), pathtraversal.Analyzer, "a", "mapped", "matched")
}
