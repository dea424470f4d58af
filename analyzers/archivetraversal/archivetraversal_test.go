package archivetraversal_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/archivetraversal"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), archivetraversal.Analyzer, "a")
}
