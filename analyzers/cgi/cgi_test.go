package cgi_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/cgi"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), cgi.Analyzer, "a")
}
