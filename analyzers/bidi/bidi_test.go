package bidi_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/bidi"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), bidi.Analyzer, "a")
}
