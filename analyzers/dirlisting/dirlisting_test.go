package dirlisting_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/dirlisting"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), dirlisting.Analyzer, "a")
}
