package xss_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/xss"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), xss.Analyzer, "a")
}
